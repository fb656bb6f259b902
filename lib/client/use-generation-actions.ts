"use client";

import { useApolloClient, useMutation } from "@apollo/client/react";
import { deleteGeneration } from "./delete-generation.ts";
import { addToBoard } from "./gallery/change-board.ts";
import { graphql } from "./generated/index.ts";

const cancelMutation = graphql(`
  mutation CancelGeneration($id: UUID!) {
    cancelGeneration(id: $id) {
      ...GenerationTile
    }
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

const saveFrameMutation = graphql(`
  mutation SaveVideoFrame($id: UUID!, $position: VideoFramePosition!) {
    saveVideoFrame(id: $id, position: $position) {
      ...GenerationTile
    }
  }
`);

/**
 * What can be done with a generation, each by its id: `cancel` it; `remove` it; `retry` what failed or was canceled, with exactly its inputs, its seed
 * included; `regenerate` it with another seed. Both put what they ask for onto the board, and so does
 * `saveFrame(id, position)` with a frame of a video. Each throws what the server says against it.
 */
export function useGenerationActions() {
  const client = useApolloClient();
  const [cancel] = useMutation(cancelMutation);
  const [regenerate] = useMutation(regenerateMutation);
  const [retry] = useMutation(retryMutation);
  const [saveFrame] = useMutation(saveFrameMutation);
  return {
    saveFrame: (id: string, position: "FIRST" | "LAST") =>
      saveFrame({ variables: { id, position }, update: (_cache, { data }) => data && addToBoard(client, data.saveVideoFrame) }),
    cancel: (id: string) => cancel({ variables: { id } }),
    remove: (id: string) => deleteGeneration(client, id),
    retry: (id: string) => retry({ variables: { id }, update: (_cache, { data }) => data && addToBoard(client, data.retryGeneration) }),
    regenerate: (id: string) => regenerate({ variables: { id }, update: (_cache, { data }) => data && addToBoard(client, data.regenerate) }),
  };
}
