"use client";

import { useApolloClient, useMutation } from "@apollo/client/react";
import { useCallback, useState } from "react";
import { v4 as uuid } from "uuid";
import { describeError } from "./describe-error";
import { graphql } from "./generated";
import type { ArtifactType } from "./generated/graphql";
import { addToBoard } from "./live/board-list";

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

/** One file on its way. `error` says why it failed. */
export interface UploadItem {
  key: string;
  name: string;
  /** 0 to 1. */
  progress: number;
  error: string | null;
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

/** Uploads files and addresses onto a board one after another; `items` are those under way or failed. */
export function useUploads(boardId: string) {
  const client = useApolloClient();
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
          const id = await sendFile(boardId, file, (progress) => change(key, { progress }));
          const { data } = await client.query({ query: uploadedQuery, variables: { id }, fetchPolicy: "network-only" });
          if (data?.generation) addToBoard(client.cache, boardId, data.generation);
          arrived.push(id);
          dismiss(key);
        } catch (error) {
          change(key, { error: error instanceof Error ? error.message : "The upload failed" });
        }
      }
      return arrived;
    },
    [begin, boardId, change, client, dismiss],
  );

  const uploadUrl = useCallback(
    async (url: string) => {
      const key = begin(url);
      const artifactType = typeByExtension.find(([pattern]) => pattern.test(url.split(/[?#]/)[0] ?? ""))?.[1] ?? "IMAGE";
      try {
        await byUrl({
          variables: { input: { boardId, artifactType, fileUrl: url } },
          update: (cache, { data }) => data && addToBoard(cache, boardId, data.uploadArtifact),
        });
        dismiss(key);
      } catch (error) {
        change(key, { error: describeError(error).message });
      }
    },
    [begin, boardId, byUrl, change, dismiss],
  );
  return { items, uploadFiles, uploadUrl, dismiss };
}

/** Sends one file; XMLHttpRequest, because fetch tells nothing of how far an upload is. */
function sendFile(boardId: string, file: File, onProgress: (progress: number) => void): Promise<string> {
  const form = new FormData();
  form.set("board_id", boardId);
  form.set("artifact_type", artifactTypeOf(file).toLowerCase());
  form.set("file", file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded / total);
    request.onload = () => {
      const answer = parse(request.responseText);
      if (request.status === 200 && answer.id) resolve(answer.id);
      else reject(new Error(answer.detail ?? `The server answered ${request.status}`));
    };
    request.onerror = () => reject(new Error("The connection was lost; try again"));
    request.open("POST", "/api/uploads/artifact");
    request.send(form);
  });
}

function parse(text: string): { id?: string; detail?: string } {
  try {
    return JSON.parse(text) as { id?: string; detail?: string };
  } catch {
    return {};
  }
}
