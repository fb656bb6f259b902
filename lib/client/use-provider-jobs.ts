"use client";

import { useApolloClient, useMutation, useQuery } from "@apollo/client/react";
import type { ProviderJobFactsFragment, ProviderJobReviewAction, ProviderJobState } from "./generated/graphql.ts";
import { graphql } from "./generated/index.ts";
import { shownQueries } from "./live/shown-queries.ts";

graphql(`
  fragment ProviderJobFacts on ProviderJob {
    id
    attempt
    providerName
    generatorName
    state
    externalJobId
    startedAt
    endedAt
    errorCode
    errorRaw
    failoverNote
    billedUsd
    personName
    boardTitle
  }
`);

const jobsToReviewQuery = graphql(`
  query JobsToReview {
    parked: providerJobs(first: 100, state: NEEDS_REVIEW) {
      totalCount
      nodes {
        ...ProviderJobFacts
      }
    }
    lookedFor: providerJobs(first: 50, state: UNKNOWN) {
      nodes {
        ...ProviderJobFacts
      }
    }
    allGenerators {
      name
      title
    }
    providers {
      name
      title
      website
    }
  }
`);

const recentJobsQuery = graphql(`
  query RecentJobs($after: String, $state: ProviderJobState) {
    providerJobs(first: 25, after: $after, state: $state) {
      nodes {
        ...ProviderJobFacts
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

const reviewProviderJobMutation = graphql(`
  mutation ReviewProviderJob($id: UUID!, $action: ProviderJobReviewAction!, $externalJobId: String) {
    reviewProviderJob(id: $id, action: $action, externalJobId: $externalJobId) {
      ...ProviderJobFacts
    }
  }
`);

/** One start of a job at a provider. */
export type ProviderJobFacts = ProviderJobFactsFragment;

const pollMs = 10_000;
const countPollMs = 30_000;

/** Jobs of which nobody knows whether the provider accepted them, kept up to date, and `review`, which decides about one or throws. */
export function useJobsToReview() {
  const { data, loading, error, refetch } = useQuery(jobsToReviewQuery, {
    fetchPolicy: "cache-and-network",
    pollInterval: pollMs,
    skipPollAttempt: () => document.hidden,
  });
  const client = useApolloClient();
  const [decide] = useMutation(reviewProviderJobMutation, {
    refetchQueries: () => shownQueries(client, ["JobsToReview", "RecentJobs", "ReviewCount"]),
    awaitRefetchQueries: true,
  });
  const providers = new Map(data?.providers.map((each) => [each.name, each]));
  const titles = new Map(data?.allGenerators.map(({ name, title }) => [name, title]));
  return {
    /** Those that wait for an admin. */
    parked: data?.parked.nodes,
    /** Those that Boards is still looking for. */
    lookedFor: data?.lookedFor.nodes ?? [],
    titleOf: (generatorName: string) => titles.get(generatorName) ?? generatorName,
    providerOf: (name: string) => providers.get(name) ?? { title: name, website: null },
    isLoading: loading && !data,
    error,
    reload: refetch,
    review: (id: string, action: ProviderJobReviewAction, externalJobId?: string) =>
      decide({ variables: { id, action, externalJobId: externalJobId ?? null } }),
  };
}

/** Jobs of the tenant at providers, newest first, 25 at a time. */
export function useRecentJobs(state: ProviderJobState | null) {
  const { data, loading, error, refetch, fetchMore } = useQuery(recentJobsQuery, {
    variables: { after: null, state },
    fetchPolicy: "cache-and-network",
  });
  const page = data?.providerJobs.pageInfo;
  return {
    jobs: data?.providerJobs.nodes,
    isLoading: loading && !data,
    error,
    reload: refetch,
    hasMore: page?.hasNextPage ?? false,
    loadMore: () =>
      fetchMore({
        variables: { after: page?.endCursor ?? null, state },
        updateQuery: (before, { fetchMoreResult: { providerJobs } }) => ({
          ...before,
          providerJobs: { ...providerJobs, nodes: [...before.providerJobs.nodes, ...providerJobs.nodes] },
        }),
      }),
  };
}

const reviewCountQuery = graphql(`
  query ReviewCount {
    providerJobs(first: 1, state: NEEDS_REVIEW) {
      totalCount
    }
  }
`);

/** How many jobs wait for an admin, kept up to date. */
export function useReviewCount(): number {
  const { data } = useQuery(reviewCountQuery, {
    fetchPolicy: "cache-and-network",
    pollInterval: countPollMs,
    skipPollAttempt: () => document.hidden,
  });
  return data?.providerJobs.totalCount ?? 0;
}
