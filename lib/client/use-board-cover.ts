"use client";

import { useMutation, useQuery } from "@apollo/client/react";
import { graphql } from "./generated/index.ts";

const coverQuery = graphql(`
  query BoardCover($id: UUID!) {
    board(id: $id) {
      id
      coverGenerationId
      permissions {
        canEdit
      }
    }
  }
`);

const setCoverMutation = graphql(`
  mutation SetBoardCover($boardId: UUID!, $generationId: UUID) {
    setBoardCover(boardId: $boardId, generationId: $generationId) {
      id
      coverGenerationId
      coverGenerations {
        id
        medium: thumbnailUrl(width: 640)
      }
    }
  }
`);

/** A function that shows a result of a board as its cover, or with null its newest images; lists of boards follow. */
export function useSetBoardCover() {
  const [setCover] = useMutation(setCoverMutation);
  return (boardId: string, generationId: string | null) => setCover({ variables: { boardId, generationId } });
}

/** Which result was chosen for a board's cover, and whether the viewer may choose; known without a request where the board is shown. */
export function useBoardCover(boardId: string) {
  const { data } = useQuery(coverQuery, { variables: { id: boardId } });
  return { chosenId: data?.board?.coverGenerationId ?? null, mayChoose: data?.board?.permissions.canEdit ?? false };
}
