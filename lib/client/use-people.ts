"use client";

import { useMutation, useQuery } from "@apollo/client/react";
import { useDeferredValue } from "react";
import type { AddCreditsInput, PeopleQuery, TenantInvitationRole } from "./generated/graphql.ts";
import { graphql } from "./generated/index.ts";
import type { StorageUse } from "./use-storage-limits.ts";

const peopleQuery = graphql(`
  query People($query: String, $after: String) {
    tenantUsers(first: 50, query: $query, after: $after) {
      nodes {
        id
        displayName
        email
        tenantRole
        disabledAt
        lastSeenAt
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

const addCreditsMutation = graphql(`
  mutation AddCredits($input: AddCreditsInput!) {
    addCredits(input: $input)
  }
`);

const setTenantRoleMutation = graphql(`
  mutation SetTenantRole($userId: UUID!, $role: TenantInvitationRole!) {
    setTenantRole(userId: $userId, role: $role) {
      id
      tenantRole
    }
  }
`);

const disableUserMutation = graphql(`
  mutation DisableUser($userId: UUID!) {
    disableUser(userId: $userId) {
      id
      disabledAt
    }
  }
`);

const enableUserMutation = graphql(`
  mutation EnableUser($userId: UUID!) {
    enableUser(userId: $userId) {
      id
      disabledAt
    }
  }
`);

const createPasswordResetMutation = graphql(`
  mutation CreatePasswordReset($userId: UUID!) {
    createPasswordReset(userId: $userId) {
      link
      expiresAt
    }
  }
`);

type UserOfTenant = PeopleQuery["tenantUsers"]["nodes"][number];

/** Someone of the tenant, what they have left, and what their files take. */
export interface Person extends Pick<UserOfTenant, "id" | "email" | "tenantRole" | "disabledAt" | "lastSeenAt"> {
  /** Their name, else their e-mail address, else their id. */
  name: string;
  balanceUsd: number;
  storage: StorageUse;
}

/**
 * Everybody of the tenant, or those whose name or e-mail address holds `query`, newest first, 50 at a time. `addCredits` answers the new balance in
 * US dollars, `createPasswordReset` a link that works once and is told once.
 */
export function usePeople(query = "") {
  const { data, previousData, loading, error, refetch, fetchMore } = useQuery(peopleQuery, {
    variables: { query: useDeferredValue(query.trim()) || null, after: null },
    fetchPolicy: "cache-and-network",
  });
  const [add] = useMutation(addCreditsMutation, { refetchQueries: [peopleQuery], awaitRefetchQueries: true });
  const [setRole] = useMutation(setTenantRoleMutation);
  const [disable] = useMutation(disableUserMutation);
  const [enable] = useMutation(enableUserMutation);
  const [createReset] = useMutation(createPasswordResetMutation);
  const shown = data ?? previousData;
  const page = shown?.tenantUsers.pageInfo;
  return {
    people: shown?.tenantUsers.nodes.map(
      ({ displayName, email, balanceUsd, storage, ...user }): Person => ({
        ...user,
        name: displayName || email || user.id,
        email,
        balanceUsd: balanceUsd ?? 0,
        storage: storage ?? { usedBytes: 0, limitBytes: null },
      }),
    ),
    isLoading: loading && !shown,
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
    setRole: (userId: string, role: TenantInvitationRole) => setRole({ variables: { userId, role } }),
    setDisabled: async (userId: string, isDisabled: boolean) => void (await (isDisabled ? disable : enable)({ variables: { userId } })),
    createPasswordReset: async (userId: string) => {
      // It is a key to somebody's account: no part of it stays in the cache.
      const { data } = await createReset({ variables: { userId }, fetchPolicy: "no-cache" });
      return data?.createPasswordReset ?? null;
    },
  };
}
