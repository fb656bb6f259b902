"use client";

import { useBoardsServer } from "./server/boards-server.ts";

/**
 * Where results are downloaded from: with `addressOf(ids)` up to 200 as one zip, with `fileAddressOf(id)` one file; with `embedPrompts`, their PNGs
 * hold prompt and settings. A zip of more is written by `exportTarget` of `useBulkJobs`.
 */
export function useDownloads() {
  const server = useBoardsServer();
  return {
    addressOf: (ids: readonly string[], { embedPrompts = false } = {}) =>
      server.addressOf(`/api/generations/archive?${ids.map((id) => `id=${id}`).join("&")}${embedPrompts ? "&embed_prompts=true" : ""}`),
    fileAddressOf: (id: string, { embedPrompts = false } = {}) =>
      server.addressOf(`/api/generations/${id}/file${embedPrompts ? "?embed_prompts=true" : ""}`),
  };
}
