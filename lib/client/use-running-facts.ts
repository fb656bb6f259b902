"use client";

import { useQuery } from "@apollo/client/react";
import { useMemo } from "react";
import { graphql } from "./generated/index.ts";

const runningFactsQuery = graphql(`
  query RunningFacts($ids: [UUID!]!) {
    generations(ids: $ids) {
      id
      queuePosition
      expectedSeconds
      estimatedCostUsd
    }
  }
`);

/** Of what waits, others move on. */
const everyMs = 5000;
/** As many as are answered at once. */
const maximumIds = 100;

/** What is known of a generation that waits or is being made, beside what its events tell. */
export interface RunningFacts {
  /** How many requests are ahead of it; null once it has begun. */
  queuePosition: number | null;
  /** How long it is likely to take from its start; null when nobody knows. */
  expectedSeconds: number | null;
  estimatedCostUsd: number | null;
}

/** Place in the queue, expected time and price of generations that wait or are being made, up to 100, by id; asked for again every five seconds. */
export function useRunningFacts(ids: readonly string[]): ReadonlyMap<string, RunningFacts> {
  const asked = useMemo(() => [...ids].sort().slice(0, maximumIds), [ids]);
  const isAsking = asked.length > 0;
  const { data, previousData } = useQuery(runningFactsQuery, {
    variables: { ids: asked },
    skip: !isAsking,
    fetchPolicy: "no-cache",
    pollInterval: isAsking ? everyMs : 0,
  });
  const known = data ?? previousData;
  return useMemo(
    () =>
      new Map(
        known?.generations.map(({ id, queuePosition = null, expectedSeconds = null, estimatedCostUsd = null }) => [
          id,
          { queuePosition, expectedSeconds, estimatedCostUsd },
        ]),
      ),
    [known],
  );
}
