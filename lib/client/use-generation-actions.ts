"use client";

import { useMutation } from "@apollo/client/react";
import { graphql } from "./generated/index.ts";
import { addToBoard } from "./live/board-list.ts";

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

const retryMutation = graphql(`
  mutation RetryGeneration($id: UUID!) {
    retryGeneration(id: $id) {
      ...GenerationTile
    }
  }
`);

/**
 * What can be done with a generation, each by its id: `cancel` it; `remove` it; `retry` what failed or was cancelled, with exactly its inputs, its seed
 * included; `regenerate` it with another seed. The last two put what they ask for onto the board. Each throws what the server says against it.
 */
export function useGenerationActions(boardId: string) {
  const [cancel] = useMutation(cancelMutation);
  const [remove] = useMutation(deleteMutation);
  const [regenerate] = useMutation(regenerateMutation);
  const [retry] = useMutation(retryMutation);
  return {
    cancel: (id: string) => cancel({ variables: { id } }),
    remove: (id: string) =>
      remove({ variables: { id }, update: (cache) => void cache.evict({ id: cache.identify({ __typename: "Generation", id }) }) }),
    retry: (id: string) => retry({ variables: { id }, update: (cache, { data }) => data && addToBoard(cache, boardId, data.retryGeneration) }),
    regenerate: (id: string) => regenerate({ variables: { id }, update: (cache, { data }) => data && addToBoard(cache, boardId, data.regenerate) }),
  };
}
