"use client";

import { useMutation, useQuery } from "@apollo/client/react";
import type { AddCreditsInput, SpendingLimitInput, SpendingLimitsQuery } from "./generated/graphql.ts";
import { graphql } from "./generated/index.ts";
import type { StorageUse } from "./use-storage-limits.ts";

const spendingLimitsQuery = graphql(`
  query SpendingLimits {
    spendingLimits {
      id
      userId
      personName
      period
      maxUsd
      maxGenerations
    }
    creditsRequired
  }
`);

const peopleQuery = graphql(`
  query People($after: String) {
    tenantUsers(first: 50, after: $after) {
      nodes {
        id
        displayName
        email
        tenantRole
        disabledAt
        balanceUsd
        storage {
          usedBytes
          limitBytes
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

const setSpendingLimitMutation = graphql(`
  mutation SetSpendingLimit($input: SpendingLimitInput!) {
    setSpendingLimit(input: $input) {
      id
    }
  }
`);

const addCreditsMutation = graphql(`
  mutation AddCredits($input: AddCreditsInput!) {
    addCredits(input: $input)
  }
`);

const setCreditsRequiredMutation = graphql(`
  mutation SetCreditsRequired($isRequired: Boolean!) {
    setCreditsRequired(isRequired: $isRequired)
  }
`);

/** How much the tenant or a person may spend. */
export type SpendingLimit = SpendingLimitsQuery["spendingLimits"][number];

/** Someone of the tenant, what they have left, and what their files take. */
export interface Person {
  id: string;
  /** Their name, else their e-mail address, else their id. */
  name: string;
  email: string | null;
  balanceUsd: number;
  storage: StorageUse;
}

/** The limits of the tenant, and whether credits are required. What changes them throws what the server says against it. */
export function useSpendingLimits() {
  const { data, loading, error, refetch } = useQuery(spendingLimitsQuery, { fetchPolicy: "cache-and-network" });
  const again = { refetchQueries: [spendingLimitsQuery], awaitRefetchQueries: true };
  const [setLimit] = useMutation(setSpendingLimitMutation, again);
  const [setRequired] = useMutation(setCreditsRequiredMutation, again);
  return {
    limits: data?.spendingLimits,
    areCreditsRequired: data?.creditsRequired ?? false,
    isLoading: loading && !data,
    error,
    reload: refetch,
    /** With neither maximum the limit goes. */
    setLimit: (input: SpendingLimitInput) => setLimit({ variables: { input } }),
    setCreditsRequired: (isRequired: boolean) => setRequired({ variables: { isRequired } }),
  };
}

/** Everybody of the tenant, newest first, 50 at a time, with what each has left; `addCredits` answers the new balance in US dollars. */
export function usePeople() {
  const { data, loading, error, refetch, fetchMore } = useQuery(peopleQuery, { variables: { after: null }, fetchPolicy: "cache-and-network" });
  const [add] = useMutation(addCreditsMutation, { refetchQueries: [peopleQuery], awaitRefetchQueries: true });
  const page = data?.tenantUsers.pageInfo;
  return {
    people: data?.tenantUsers.nodes.map(
      ({ id, displayName, email, balanceUsd, storage }): Person => ({
        id,
        name: displayName || email || id,
        email,
        balanceUsd: balanceUsd ?? 0,
        storage: storage ?? { usedBytes: 0, limitBytes: null },
      }),
    ),
    isLoading: loading && !data,
    error,
    reload: refetch,
    hasMore: page?.hasNextPage ?? false,
    loadMore: () =>
      fetchMore({
        variables: { after: page?.endCursor ?? null },
        updateQuery: (before, { fetchMoreResult: { tenantUsers } }) => ({
          ...before,
          tenantUsers: { ...tenantUsers, nodes: [...before.tenantUsers.nodes, ...tenantUsers.nodes] },
        }),
      }),
    addCredits: async (input: AddCreditsInput) => (await add({ variables: { input } })).data?.addCredits ?? 0,
  };
}
