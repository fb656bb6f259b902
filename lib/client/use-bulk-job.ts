"use client";

import { useMutation, useQuery } from "@apollo/client/react";
import { useState } from "react";
import type { BulkJobFactsFragment } from "./generated/graphql.ts";
import { graphql } from "./generated/index.ts";

/** What a bulk job did so far. */
export type BulkJobFacts = BulkJobFactsFragment;

graphql(`
  fragment BulkJobFacts on BulkJob {
    id
    kind
    state
    total
    done
    skipped
    boardId
    title
    downloadUrl
    downloadExpiresAt
    errorCode
    errorMessage
  }
`);

const bulkJobQuery = graphql(`
  query BulkJob($id: UUID!) {
    bulkJob(id: $id) {
      ...BulkJobFacts
    }
  }
`);

const cancelMutation = graphql(`
  mutation CancelBulkJob($id: UUID!) {
    cancelBulkJob(id: $id) {
      ...BulkJobFacts
    }
  }
`);

const everyMs = 1000;

/** One of the viewer's bulk jobs, asked for again every second while it runs; undefined while it loads and without an id. */
export function useBulkJob(id: string | null) {
  const [endedId, setEndedId] = useState<string | null>(null);
  const { data, error } = useQuery(bulkJobQuery, {
    variables: { id: id ?? "" },
    skip: id === null,
    pollInterval: endedId === id ? 0 : everyMs,
    fetchPolicy: "network-only",
  });
  const job = data?.bulkJob ?? undefined;
  if (job && job.state !== "RUNNING" && endedId !== job.id) setEndedId(job.id);
  const [cancel] = useMutation(cancelMutation);
  return { job, error, cancel: () => (id === null ? undefined : cancel({ variables: { id } })) };
}
