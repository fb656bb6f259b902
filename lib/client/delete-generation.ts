import type { ApolloClient } from "@apollo/client";
import { removeFromBoard } from "./gallery/change-board.ts";
import { graphql } from "./generated/index.ts";

const deleteMutation = graphql(`
  mutation DeleteGeneration($id: UUID!) {
    deleteGeneration(id: $id)
  }
`);

/** Deletes a generation for good, and takes it off its board. */
export const deleteGeneration = (client: ApolloClient, id: string) =>
  client.mutate({ mutation: deleteMutation, variables: { id }, update: () => removeFromBoard(client, [id]) });
