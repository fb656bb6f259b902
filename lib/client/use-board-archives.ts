"use client";

import { useApolloClient, useMutation, useQuery } from "@apollo/client/react";
import { useCallback, useState } from "react";
import { graphql } from "./generated/index.ts";
import { shownQueries } from "./live/shown-queries.ts";
import { useBoardsServer } from "./server/boards-server.ts";
import { type Sending, sendBody } from "./server/send-body.ts";
import { useBulkJob } from "./use-bulk-job.ts";

const exportsQuery = graphql(`
  query Exports {
    bulkJobs(kind: EXPORT) {
      ...BulkJobFacts
    }
  }
`);

const exportMutation = graphql(`
  mutation ExportBoard($boardId: UUID!, $embedPrompts: Boolean) {
    exportGenerations(search: { boardId: $boardId }, embedPrompts: $embedPrompts) {
      ...BulkJobFacts
    }
  }
`);

const deleteMutation = graphql(`
  mutation DeleteExport($id: UUID!) {
    deleteExport(id: $id)
  }
`);

/**
 * The newest export of a board by the viewer: `job` with its progress, then with its `downloadUrl`; null when there is none. `start()` begins another,
 * with `embedPrompts` one whose PNGs hold prompts and settings; `remove()` deletes it with its file.
 */
export function useBoardExport(boardId: string) {
  const client = useApolloClient();
  const { data, error, refetch } = useQuery(exportsQuery, { fetchPolicy: "network-only" });
  const [startedId, setStartedId] = useState<string | null>(null);
  // Where the board lists what is done in the background, it is listed from its first moment on.
  const listed = () => shownQueries(client, ["LatestBulkJobs"]);
  const [start] = useMutation(exportMutation, { refetchQueries: listed });
  const [remove] = useMutation(deleteMutation);
  const earlier = data?.bulkJobs.find((job) => job.boardId === boardId);
  const { job = earlier, cancel } = useBulkJob(startedId ?? (earlier?.state === "RUNNING" ? earlier.id : null));
  return {
    job: data || startedId ? (job ?? null) : undefined,
    error,
    start: async ({ embedPrompts = false } = {}) =>
      setStartedId((await start({ variables: { boardId, embedPrompts } })).data?.exportGenerations.id ?? null),
    cancel,
    remove: async (id: string) => {
      await remove({ variables: { id } });
      setStartedId(null);
      await Promise.all([refetch(), client.refetchQueries({ include: listed() })]);
    },
  };
}

/**
 * What the viewer has exported and still keeps, boards and selections, newest first, also from boards that are gone: `exports` with their `downloadUrl`;
 * those that were stopped or failed keep what they wrote. `remove(id)` deletes one with its file.
 */
export function useExports() {
  const { data, error, refetch } = useQuery(exportsQuery, { fetchPolicy: "cache-and-network" });
  const [remove] = useMutation(deleteMutation);
  return {
    exports: data?.bulkJobs.filter(({ state, downloadUrl }) => state !== "COMPLETED" || downloadUrl),
    error,
    reload: refetch,
    remove: async (id: string) => {
      await remove({ variables: { id } });
      await refetch();
    },
  };
}

/** A function that sends an archive; answers the board that it is imported to and the bulk job that does it, or throws an `UploadError`. */
export function useImportBoard() {
  const server = useBoardsServer();
  return useCallback(
    async (file: File, sending: Sending) => {
      const answer = JSON.parse(await sendBody(server, "/api/board-archives", file, sending)) as { job_id: string; board_id: string };
      return { jobId: answer.job_id, boardId: answer.board_id };
    },
    [server],
  );
}
