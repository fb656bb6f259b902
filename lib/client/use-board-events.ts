"use client";

import { useApolloClient } from "@apollo/client/react";
import { useEffect } from "react";
import { graphql } from "./generated";
import { addToBoard } from "./use-board-generations";

const eventGenerationQuery = graphql(`
  query EventGeneration($id: UUID!) {
    generation(id: $id) {
      ...GenerationTile
    }
  }
`);

interface State {
  status: string;
  phase: string;
  progress: number;
  message: string | null;
  errorCode: string | null;
  errorMessage: string | null;
}

type Snapshot = { generations: (State & { id: string })[] };
type BoardEvent = State & { generationId: string; type: "created" | "progress" | "completed" | "failed" | "cancelled" | "deleted" };

/** Keeps the cache live with what happens on a board, whoever does it. The browser resumes by itself after a break, without a gap. */
export function useBoardEvents(boardId: string) {
  const client = useApolloClient();
  useEffect(() => {
    const { cache } = client;
    const keyOf = (id: string) => cache.identify({ __typename: "Generation", id }) ?? "";
    const isKnown = (id: string) => keyOf(id) in (cache.extract() as object);

    const fetchGeneration = async (id: string) => {
      // Never shared with a request already under way: that one may answer what was true before this event.
      const options = { fetchPolicy: "network-only", context: { queryDeduplication: false } } as const;
      const { data } = await client.query({ query: eventGenerationQuery, variables: { id }, ...options });
      if (data?.generation) addToBoard(cache, boardId, data.generation);
    };
    const apply = (id: string, { status, phase, progress, message, errorCode, errorMessage }: State) =>
      cache.modify({
        id: keyOf(id),
        fields: {
          status: () => status.toUpperCase(),
          phase: () => phase,
          progress: () => progress,
          progressMessage: () => message,
          errorCode: () => errorCode,
          errorMessage: () => errorMessage,
        },
      });
    const statusOf = (id: string) => (cache.extract() as Record<string, { status?: string }>)[keyOf(id)]?.status;

    const source = new EventSource(`/api/events?board=${boardId}`);
    source.addEventListener("snapshot", ({ data }: MessageEvent<string>) => {
      for (const { id, ...state } of (JSON.parse(data) as Snapshot).generations) {
        if (!isKnown(id) || (state.status === "completed" && statusOf(id) !== "COMPLETED")) void fetchGeneration(id);
        else apply(id, state);
      }
    });
    source.addEventListener("generation", ({ data }: MessageEvent<string>) => {
      const { generationId, type, ...state } = JSON.parse(data) as BoardEvent;
      if (type === "deleted") cache.evict({ id: keyOf(generationId) });
      else if (type === "created" || type === "completed" || !isKnown(generationId)) void fetchGeneration(generationId);
      else apply(generationId, state);
    });
    return () => source.close();
  }, [boardId, client]);
}
