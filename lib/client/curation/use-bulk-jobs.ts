"use client";

import { useApolloClient, useQuery } from "@apollo/client/react";
import { useEffect, useMemo, useRef } from "react";
import { reloadBoards } from "../gallery/change-board.ts";
import type { ChangeJobFragment, GenerationChangeInput, GenerationSearchInput } from "../generated/graphql.ts";
import { graphql } from "../generated/index.ts";

graphql(`
  fragment ChangeJob on BulkJob {
    id
    kind
    state
    total
    done
    skipped
    errorMessage
    downloadUrl
    createdAt
    endedAt
  }
`);

const bulkJobsQuery = graphql(`
  query LatestBulkJobs($limit: Int!) {
    bulkJobs(limit: $limit) {
      ...ChangeJob
    }
  }
`);

const changeMutation = graphql(`
  mutation ChangeGenerations($search: GenerationSearchInput!, $change: GenerationChangeInput!, $ids: [UUID!], $exceptIds: [UUID!]) {
    changeGenerations(search: $search, change: $change, ids: $ids, exceptIds: $exceptIds) {
      ...ChangeJob
    }
  }
`);

const exportMutation = graphql(`
  mutation ExportTarget($search: GenerationSearchInput!, $ids: [UUID!], $exceptIds: [UUID!], $embedPrompts: Boolean) {
    exportGenerations(search: $search, ids: $ids, exceptIds: $exceptIds, embedPrompts: $embedPrompts) {
      ...ChangeJob
    }
  }
`);

const emptyTrashMutation = graphql(`
  mutation EmptyTrash {
    emptyTrash {
      ...ChangeJob
    }
  }
`);

const cancelMutation = graphql(`
  mutation CancelChange($id: UUID!) {
    cancelBulkJob(id: $id) {
      ...ChangeJob
    }
  }
`);

const resumeMutation = graphql(`
  mutation ResumeChange($id: UUID!) {
    resumeBulkJob(id: $id) {
      ...ChangeJob
    }
  }
`);

const undoMutation = graphql(`
  mutation UndoChange($id: UUID!) {
    undoBulkJob(id: $id) {
      ...ChangeJob
    }
  }
`);

/** A change or an export of many generations in the background, and how far it is. */
export type BulkJob = ChangeJobFragment;

/** What a search finds, of these only `ids`, or all but `exceptIds`; up to 5,000 of either. */
export interface BulkTarget {
  search: GenerationSearchInput;
  ids?: string[];
  exceptIds?: string[];
}

const shown = 20;
const pollMs = 1000;

/**
 * The viewer's latest changes in the background, newest first; the running ones are followed. `change(what, target)` starts one, `emptyTrash()` another,
 * `exportTarget(target, { embedPrompts })` writes a zip, whose job then has a `downloadUrl`, and `cancel`, `resume` and `undo` take an ID; each answers the job, and throws
 * what the server says against it. `onEnded` is told of each that ends while this is shown; then what boards show is asked for again, unless nothing
 * changed.
 */
export function useBulkJobs(onEnded?: (job: BulkJob) => void) {
  const client = useApolloClient();
  const { data, startPolling, stopPolling, refetch } = useQuery(bulkJobsQuery, { variables: { limit: shown }, fetchPolicy: "cache-and-network" });
  const jobs = data?.bulkJobs;
  const isRunning = jobs?.some(({ state }) => state === "RUNNING") ?? false;
  useEffect(() => {
    if (!isRunning) return;
    startPolling(pollMs);
    return () => stopPolling();
  }, [isRunning, startPolling, stopPolling]);

  // What was begun elsewhere, in another tab or by another page of this one, is seen by who comes back.
  useEffect(() => {
    const onVisible = () => {
      if (document.visibilityState === "visible") refetch().catch(() => undefined);
    };
    document.addEventListener("visibilitychange", onVisible);
    return () => document.removeEventListener("visibilitychange", onVisible);
  }, [refetch]);

  const tell = useRef(onEnded);
  tell.current = onEnded;
  const running = useRef(new Set<string>());
  useEffect(() => {
    for (const job of jobs ?? []) {
      if (job.state === "RUNNING") running.current.add(job.id);
      else if (running.current.delete(job.id)) {
        if (job.kind !== "EXPORT") reloadBoards(client);
        tell.current?.(job);
      }
    }
  }, [jobs, client]);

  return useMemo(() => {
    const shownFrom = async <Answer>(work: Promise<{ data?: Answer | undefined }>, pick: (answer: Answer) => BulkJob): Promise<BulkJob> => {
      const { data: answer } = await work;
      if (!answer) throw new Error("There is no answer");
      const job = pick(answer);
      running.current.add(job.id);
      await refetch();
      return job;
    };
    return {
      jobs,
      change: (what: GenerationChangeInput, { search, ids, exceptIds }: BulkTarget) =>
        shownFrom(
          client.mutate({
            mutation: changeMutation,
            variables: { search, change: what, ...(ids ? { ids } : {}), ...(exceptIds ? { exceptIds } : {}) },
          }),
          (answer) => answer.changeGenerations,
        ),
      exportTarget: ({ search, ids, exceptIds }: BulkTarget, { embedPrompts = false } = {}) =>
        shownFrom(
          client.mutate({
            mutation: exportMutation,
            variables: { search, embedPrompts, ...(ids ? { ids } : {}), ...(exceptIds ? { exceptIds } : {}) },
          }),
          (answer) => answer.exportGenerations,
        ),
      emptyTrash: () => shownFrom(client.mutate({ mutation: emptyTrashMutation }), (answer) => answer.emptyTrash),
      cancel: (id: string) => shownFrom(client.mutate({ mutation: cancelMutation, variables: { id } }), (answer) => answer.cancelBulkJob),
      resume: (id: string) => shownFrom(client.mutate({ mutation: resumeMutation, variables: { id } }), (answer) => answer.resumeBulkJob),
      undo: (id: string) => shownFrom(client.mutate({ mutation: undoMutation, variables: { id } }), (answer) => answer.undoBulkJob),
    };
  }, [jobs, client, refetch]);
}
