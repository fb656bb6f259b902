"use client";

import { useApolloClient } from "@apollo/client/react";
import { graphql } from "./generated/index.ts";
import { useBoardsServer } from "./server/boards-server.ts";

const downloadUrlQuery = graphql(`
  query DownloadUrl($id: UUID!) {
    generation(id: $id) {
      id
      downloadUrl
    }
  }
`);

/**
 * Where results are downloaded from: with `addressOf(ids)` up to 200 as one zip, with `fileAddressOf(id)` one file; with `embedPrompts`, their PNGs
 * hold prompt and settings. A zip of more is written by `exportTarget` of `useBulkJobs`. `downloadUrlOf(id)` asks for an address of the file that works
 * without signing in, for one to two hours; null where there is no file.
 */
export function useDownloads() {
  const server = useBoardsServer();
  const client = useApolloClient();
  return {
    downloadUrlOf: (id: string) =>
      client.query({ query: downloadUrlQuery, variables: { id }, fetchPolicy: "no-cache" }).then(({ data }) => data?.generation?.downloadUrl ?? null),
    addressOf: (ids: readonly string[], { embedPrompts = false } = {}) =>
      server.addressOf(`/api/generations/archive?${ids.map((id) => `id=${id}`).join("&")}${embedPrompts ? "&embed_prompts=true" : ""}`),
    fileAddressOf: (id: string, { embedPrompts = false } = {}) =>
      server.addressOf(`/api/generations/${id}/file${embedPrompts ? "?embed_prompts=true" : ""}`),
  };
}
