"use client";

import { useApolloClient, useMutation } from "@apollo/client/react";
import { useCallback, useMemo, useRef, useState } from "react";
import { v4 as uuid } from "uuid";
import { artifactTypeAt, artifactTypeOf } from "./artifact-type-of.ts";
import { CheckedUploads } from "./checked-uploads.ts";
import { deleteGeneration } from "./delete-generation.ts";
import { addToBoard } from "./gallery/change-board.ts";
import { graphql } from "./generated/index.ts";
import { useBoardsServer } from "./server/boards-server.ts";
import { type DescribedError, describeError } from "./server/describe-error.ts";
import { UploadError } from "./server/send-body.ts";
import { sendFile } from "./server/send-file.ts";

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
  /** All of it has come, and the server looks at what it is. */
  isChecking: boolean;
  /** Why it failed; null while it is on its way. */
  error: DescribedError | null;
}

/** What is sent: a file, or an address that the server fetches a file from. */
type Source = File | string;

interface Sent {
  source: Source;
  ending: AbortController;
  /** What came of it on the board, while that is checked, and when it was refused. */
  generationId?: string | undefined;
}

const begun = { progress: 0, isChecking: false, error: null };

/**
 * Uploads files and addresses onto a board, one after another. `uploadFiles(files)` answers the ids of what arrived and was found good;
 * `uploadUrl(url)` lets the server fetch a file, and answers its id or null. `items` are those that wait, are on their way, are checked, or failed;
 * `dismiss(key)` ends one and takes it off, with what came of it unless it is complete; `retry(key)` sends one that failed again.
 */
export function useUploads(boardId: string) {
  const client = useApolloClient();
  const server = useBoardsServer();
  const [byUrl] = useMutation(uploadByUrlMutation);
  const checked = useMemo(() => new CheckedUploads(client), [client]);
  const [items, setItems] = useState<UploadItem[]>([]);
  const sources = useRef(new Map<string, Sent>());

  const change = useCallback(
    (key: string, changes: Partial<UploadItem>) => setItems((all) => all.map((item) => (item.key === key ? { ...item, ...changes } : item))),
    [],
  );
  const announce = useCallback((source: Source) => {
    const key = uuid();
    sources.current.set(key, { source, ending: new AbortController() });
    setItems((all) => [...all, { key, name: typeof source === "string" ? source : source.name, ...begun }]);
    return key;
  }, []);
  const takeOff = useCallback((key: string) => {
    sources.current.delete(key);
    setItems((all) => all.filter((item) => item.key !== key));
  }, []);
  const removeRest = useCallback(
    (sent: Sent | undefined) => {
      // It may be gone already.
      if (sent?.generationId) deleteGeneration(client, sent.generationId).catch(() => undefined);
      if (sent) sent.generationId = undefined;
    },
    [client],
  );
  const dismiss = useCallback(
    (key: string) => {
      const sent = sources.current.get(key);
      sent?.ending.abort();
      removeRest(sent);
      takeOff(key);
    },
    [removeRest, takeOff],
  );

  const fetchUrl = useCallback(
    async (fileUrl: string, signal: AbortSignal) => {
      const { data } = await byUrl({
        variables: { input: { boardId, artifactType: artifactTypeAt(fileUrl), fileUrl } },
        context: { fetchOptions: { signal } },
        update: (_cache, { data }) => data && addToBoard(client, data.uploadArtifact),
      });
      return data?.uploadArtifact.id ?? null;
    },
    [boardId, byUrl, client],
  );

  /** Answers the id of what was found good. */
  const seeChecked = useCallback(
    async (key: string, id: string, signal: AbortSignal): Promise<string | null> => {
      const upload = await checked.until(id, signal);
      if (signal.aborted) return null;
      if (upload?.status === "FAILED") {
        change(key, { isChecking: false, error: { code: upload.errorCode ?? "client.unknown", message: upload.errorMessage ?? null } });
        return null;
      }
      takeOff(key);
      if (upload?.status !== "COMPLETED") return null;
      addToBoard(client, upload);
      return id;
    },
    [change, checked, client, takeOff],
  );

  /** Sends one, and answers when it was sent: with what will come of it, an id or null. What fails stays in `items` with its reason. */
  const send = useCallback(
    async (key: string): Promise<{ arrival: Promise<string | null> }> => {
      const nothing = { arrival: Promise.resolve(null) };
      const sent = sources.current.get(key);
      if (!sent) return nothing;
      const { source, ending } = sent;
      const { signal } = ending;
      try {
        if (typeof source === "string") {
          const id = await fetchUrl(source, signal);
          takeOff(key);
          return { arrival: Promise.resolve(id) };
        }
        const upload = { boardId, artifactType: artifactTypeOf(source), file: source };
        const id = await sendFile(server, upload, { signal, onProgress: (progress) => change(key, { progress }) });
        sent.generationId = id;
        change(key, { progress: 1, isChecking: true });
        return { arrival: seeChecked(key, id, signal) };
      } catch (error) {
        if (!signal.aborted) change(key, { error: error instanceof UploadError ? error.described : describeError(error) });
        return nothing;
      }
    },
    [boardId, change, fetchUrl, seeChecked, server, takeOff],
  );

  const uploadFiles = useCallback(
    async (files: File[]): Promise<string[]> => {
      const arrivals: Promise<string | null>[] = [];
      // While one is checked, the next is sent.
      for (const key of files.map(announce)) arrivals.push((await send(key)).arrival);
      return (await Promise.all(arrivals)).filter((id) => id !== null);
    },
    [announce, send],
  );
  const uploadUrl = useCallback(async (url: string) => (await send(announce(url))).arrival, [announce, send]);
  const retry = useCallback(
    async (key: string) => {
      removeRest(sources.current.get(key));
      change(key, begun);
      return (await send(key)).arrival;
    },
    [change, removeRest, send],
  );
  return { items, uploadFiles, uploadUrl, dismiss, retry };
}
