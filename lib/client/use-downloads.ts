"use client";

import { useMutation } from "@apollo/client/react";
import type { GenerationSearchInput } from "./generated/graphql.ts";
import { useBoardsServer } from "./server/boards-server.ts";
import { exportMutation } from "./use-board-archives.ts";

/** Results as one zip: `addressOf(ids)` is where up to 200 are downloaded from; `start(asked)` begins a bulk job that writes however many, and answers its id. */
export function useDownloads() {
  const server = useBoardsServer();
  const [start] = useMutation(exportMutation);
  return {
    addressOf: (ids: readonly string[]) => server.addressOf(`/api/generations/archive?${ids.map((id) => `id=${id}`).join("&")}`),
    start: async (asked: { search: GenerationSearchInput; ids?: string[] | null; exceptIds?: string[] | null }) =>
      (await start({ variables: asked })).data?.exportGenerations.id ?? null,
  };
}
