"use client";

import { useBoardsServer } from "./server/boards-server.ts";

/**
 * Results as one zip: `addressOf(ids)` is where up to 200 are downloaded from, with `embedPrompts` with prompt and settings inside their PNGs. More are
 * written by `exportTarget` of `useBulkJobs`.
 */
export function useDownloads() {
  const server = useBoardsServer();
  return {
    addressOf: (ids: readonly string[], { embedPrompts = false } = {}) =>
      server.addressOf(`/api/generations/archive?${ids.map((id) => `id=${id}`).join("&")}${embedPrompts ? "&embed_prompts=true" : ""}`),
  };
}
