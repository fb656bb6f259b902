"use client";

import { useApolloClient, useMutation, useQuery } from "@apollo/client/react";
import { graphql } from "./generated/index.ts";
import { shownQueries } from "./live/shown-queries.ts";

const tenantStorageQuery = graphql(`
  query TenantStorage {
    me {
      id
      tenantStorage {
        usedBytes
        limitBytes
      }
    }
  }
`);

const setUserStorageLimitMutation = graphql(`
  mutation SetUserStorageLimit($userId: UUID!, $limitBytes: Float) {
    setUserStorageLimit(userId: $userId, limitBytes: $limitBytes) {
      limitBytes
    }
  }
`);

const setTenantStorageLimitMutation = graphql(`
  mutation SetTenantStorageLimit($limitBytes: Float) {
    setTenantStorageLimit(limitBytes: $limitBytes) {
      limitBytes
    }
  }
`);

/** What files take, in bytes, and how much they may take; null for no limit. */
export interface StorageUse {
  usedBytes: number;
  limitBytes: number | null;
}

/** What the files of everyone in the tenant take. What changes a limit throws what the server says against it; null brings back the installation's own. */
export function useStorageLimits() {
  const { data, loading, error, refetch } = useQuery(tenantStorageQuery, { fetchPolicy: "cache-and-network" });
  const client = useApolloClient();
  const [setOfUser] = useMutation(setUserStorageLimitMutation, {
    refetchQueries: () => shownQueries(client, ["People"]),
    awaitRefetchQueries: true,
  });
  const [setOfTenant] = useMutation(setTenantStorageLimitMutation, { refetchQueries: [tenantStorageQuery], awaitRefetchQueries: true });
  return {
    tenantStorage: data?.me?.tenantStorage ?? undefined,
    isLoading: loading && !data,
    error,
    reload: refetch,
    setUserLimit: (userId: string, limitBytes: number | null) => setOfUser({ variables: { userId, limitBytes } }),
    setTenantLimit: (limitBytes: number | null) => setOfTenant({ variables: { limitBytes } }),
  };
}
