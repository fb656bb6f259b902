"use client";

import { useMutation } from "@apollo/client/react";
import { graphql } from "./generated";
import { addToBoard } from "./live/board-list";

const cancelMutation = graphql(`
  mutation CancelGeneration($id: UUID!) {
    cancelGeneration(id: $id) {
      ...GenerationTile
    }
  }
`);

const deleteMutation = graphql(`
  mutation DeleteGeneration($id: UUID!) {
    deleteGeneration(id: $id)
  }
`);

const regenerateMutation = graphql(`
  mutation Regenerate($id: UUID!) {
    regenerate(id: $id) {
      ...GenerationTile
    }
  }
`);

/** What can be done with a generation: `cancel`, `remove` and `regenerate`, each by its id. */
export function useGenerationActions(boardId: string) {
  const [cancel] = useMutation(cancelMutation);
  const [remove] = useMutation(deleteMutation);
  const [regenerate] = useMutation(regenerateMutation);
  return {
    cancel: (id: string) => cancel({ variables: { id } }),
    remove: (id: string) =>
      remove({ variables: { id }, update: (cache) => void cache.evict({ id: cache.identify({ __typename: "Generation", id }) }) }),
    regenerate: (id: string) => regenerate({ variables: { id }, update: (cache, { data }) => data && addToBoard(cache, boardId, data.regenerate) }),
  };
}
