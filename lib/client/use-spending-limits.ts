"use client";

import { useMutation, useQuery } from "@apollo/client/react";
import type { SpendingLimitInput, SpendingLimitsQuery } from "./generated/graphql.ts";
import { graphql } from "./generated/index.ts";

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

const setSpendingLimitMutation = graphql(`
  mutation SetSpendingLimit($input: SpendingLimitInput!) {
    setSpendingLimit(input: $input) {
      id
    }
  }
`);

const setCreditsRequiredMutation = graphql(`
  mutation SetCreditsRequired($isRequired: Boolean!) {
    setCreditsRequired(isRequired: $isRequired)
  }
`);

/** How much the tenant or a person may spend. */
export type SpendingLimit = SpendingLimitsQuery["spendingLimits"][number];

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
