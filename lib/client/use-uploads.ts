"use client";

import { useApolloClient, useMutation } from "@apollo/client/react";
import { useCallback, useState } from "react";
import { v4 as uuid } from "uuid";
import { addToBoard } from "./gallery/change-board.ts";
import type { ArtifactType } from "./generated/graphql.ts";
import { graphql } from "./generated/index.ts";
import { useBoardsServer } from "./server/boards-server.ts";
import { type DescribedError, describeError } from "./server/describe-error.ts";
import { sendFile, UploadError } from "./server/send-file.ts";

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

/**
 * Uploads files and addresses onto a board, one after another. `uploadFiles(files)` answers the ids of what arrived; `uploadUrl(url)` lets the server
 * fetch a file, and answers its id or null; `items` are those on their way or failed, until `dismiss(key)`.
 */
export function useUploads(boardId: string) {
  const client = useApolloClient();
  const server = useBoardsServer();
  const [byUrl] = useMutation(uploadByUrlMutation);
  const [items, setItems] = useState<UploadItem[]>([]);

  const change = useCallback(
    (key: string, changes: Partial<UploadItem>) => setItems((all) => all.map((item) => (item.key === key ? { ...item, ...changes } : item))),
    [],
  );
  const dismiss = useCallback((key: string) => setItems((all) => all.filter((item) => item.key !== key)), []);
  const begin = useCallback((name: string) => {
    const key = uuid();
    setItems((all) => [...all, { key, name, progress: 0, error: null }]);
    return key;
  }, []);

  /** Answers the ids of what arrived; what did not stays in `items` with its reason. */
  const uploadFiles = useCallback(
    async (files: File[]): Promise<string[]> => {
      const arrived: string[] = [];
      for (const file of files) {
        const key = begin(file.name);
        try {
          const id = await sendFile(server, { boardId, artifactType: artifactTypeOf(file), file }, (progress) => change(key, { progress }));
          const { data } = await client.query({ query: uploadedQuery, variables: { id }, fetchPolicy: "network-only" });
          if (data?.generation) addToBoard(client, data.generation);
          arrived.push(id);
          dismiss(key);
        } catch (error) {
          change(key, { error: error instanceof UploadError ? error.described : describeError(error) });
        }
      }
      return arrived;
    },
    [begin, boardId, change, client, dismiss, server],
  );

  const uploadUrl = useCallback(
    async (url: string): Promise<string | null> => {
      const key = begin(url);
      const artifactType = typeByExtension.find(([pattern]) => pattern.test(url.split(/[?#]/)[0] ?? ""))?.[1] ?? "IMAGE";
      try {
        const { data } = await byUrl({
          variables: { input: { boardId, artifactType, fileUrl: url } },
          update: (_cache, { data }) => data && addToBoard(client, data.uploadArtifact),
        });
        dismiss(key);
        return data?.uploadArtifact.id ?? null;
      } catch (error) {
        change(key, { error: describeError(error) });
        return null;
      }
    },
    [begin, boardId, byUrl, change, client, dismiss],
  );
  return { items, uploadFiles, uploadUrl, dismiss };
}
