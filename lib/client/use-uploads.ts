"use client";

import { useApolloClient, useMutation } from "@apollo/client/react";
import { useCallback, useRef, useState } from "react";
import { v4 as uuid } from "uuid";
import { addToBoard } from "./gallery/change-board.ts";
import type { ArtifactType } from "./generated/graphql.ts";
import { graphql } from "./generated/index.ts";
import { useBoardsServer } from "./server/boards-server.ts";
import { type DescribedError, describeError } from "./server/describe-error.ts";
import { UploadError } from "./server/send-body.ts";
import { sendFile } from "./server/send-file.ts";

const uploadedQuery = graphql(`
  query UploadedGeneration($id: UUID!) {
    generation(id: $id) {
      ...GenerationTile
    }
  }
`);

const uploadByUrlMutation = graphql(`
  mutation UploadByUrl($input: UploadArtifactInput!) {
    uploadArtifact(input: $input) {
      ...GenerationTile
    }
  }
`);

/** One file or address on its way, or one that failed. */
export interface UploadItem {
  key: string;
  name: string;
  /** 0 to 1. */
  progress: number;
  /** Why it failed; null while it is on its way. */
  error: DescribedError | null;
}

/** What a file is taken for: by its media type, by its name where the browser knows none, and else for text. */
export function artifactTypeOf(file: File | undefined): ArtifactType {
  const [kind] = file?.type.split("/") ?? [];
  if (kind === "image" || kind === "video" || kind === "audio") return kind.toUpperCase() as ArtifactType;
  return typeByExtension.find(([pattern]) => pattern.test(file?.name ?? ""))?.[1] ?? "TEXT";
}

const typeByExtension: [RegExp, ArtifactType][] = [
  [/\.(heic|heif|avif|tiff?)$/i, "IMAGE"],
  [/\.(mp4|m4v|webm|mov|mkv)$/i, "VIDEO"],
  [/\.(mp3|wav|ogg|m4a|flac|aac)$/i, "AUDIO"],
  [/\.(txt|md|json|csv)$/i, "TEXT"],
];

/** What is sent: a file, or an address that the server fetches a file from. */
type Source = File | string;

/**
 * Uploads files and addresses onto a board, one after another. `uploadFiles(files)` answers the ids of what arrived; `uploadUrl(url)` lets the server
 * fetch a file, and answers its id or null. `items` are those that wait, are on their way or failed; `dismiss(key)` ends one that waits or is sent and
 * takes it off, `retry(key)` sends one that failed again.
 */
export function useUploads(boardId: string) {
  const client = useApolloClient();
  const server = useBoardsServer();
  const [byUrl] = useMutation(uploadByUrlMutation);
  const [items, setItems] = useState<UploadItem[]>([]);
  const sources = useRef(new Map<string, { source: Source; ending: AbortController }>());

  const change = useCallback(
    (key: string, changes: Partial<UploadItem>) => setItems((all) => all.map((item) => (item.key === key ? { ...item, ...changes } : item))),
    [],
  );
  const dismiss = useCallback((key: string) => {
    sources.current.get(key)?.ending.abort();
    sources.current.delete(key);
    setItems((all) => all.filter((item) => item.key !== key));
  }, []);
  const announce = useCallback((source: Source) => {
    const key = uuid();
    sources.current.set(key, { source, ending: new AbortController() });
    setItems((all) => [...all, { key, name: typeof source === "string" ? source : source.name, progress: 0, error: null }]);
    return key;
  }, []);

  const sendOne = useCallback(
    async (source: Source, key: string, signal: AbortSignal): Promise<string | null> => {
      if (typeof source === "string") {
        const artifactType = typeByExtension.find(([pattern]) => pattern.test(source.split(/[?#]/)[0] ?? ""))?.[1] ?? "IMAGE";
        const { data } = await byUrl({
          variables: { input: { boardId, artifactType, fileUrl: source } },
          context: { fetchOptions: { signal } },
          update: (_cache, { data }) => data && addToBoard(client, data.uploadArtifact),
        });
        return data?.uploadArtifact.id ?? null;
      }
      const upload = { boardId, artifactType: artifactTypeOf(source), file: source };
      const id = await sendFile(server, upload, { signal, onProgress: (progress) => change(key, { progress }) });
      const { data } = await client.query({ query: uploadedQuery, variables: { id }, fetchPolicy: "network-only" });
      if (data?.generation) addToBoard(client, data.generation);
      return id;
    },
    [boardId, byUrl, change, client, server],
  );

  /** Answers the id of what arrived; what did not stays in `items` with its reason, unless it was dismissed. */
  const send = useCallback(
    async (key: string): Promise<string | null> => {
      const waiting = sources.current.get(key);
      if (!waiting) return null;
      const { signal } = waiting.ending;
      try {
        const id = await sendOne(waiting.source, key, signal);
        dismiss(key);
        return id;
      } catch (error) {
        if (!signal.aborted) change(key, { error: error instanceof UploadError ? error.described : describeError(error) });
        return null;
      }
    },
    [change, dismiss, sendOne],
  );

  const uploadFiles = useCallback(
    async (files: File[]): Promise<string[]> => {
      const arrived: string[] = [];
      for (const key of files.map(announce)) {
        const id = await send(key);
        if (id) arrived.push(id);
      }
      return arrived;
    },
    [announce, send],
  );
  const uploadUrl = useCallback((url: string) => send(announce(url)), [announce, send]);
  const retry = useCallback(
    (key: string) => {
      change(key, { error: null, progress: 0 });
      return send(key);
    },
    [change, send],
  );
  return { items, uploadFiles, uploadUrl, dismiss, retry };
}
