import { graphql } from "./generated/index.ts";

/** A board as its page shows it. */
export const boardQuery = graphql(`
  query Board($id: UUID!) {
    board(id: $id) {
      id
      title
      description
      archivedAt
      coverGenerationId
      generationCount
      isPublic
      permissions {
        canEdit
        canDelete
        canGenerate
        canExport
      }
    }
  }
`);
