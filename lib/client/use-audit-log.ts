"use client";

import { useQuery } from "@apollo/client/react";
import type { AuditLogQuery } from "./generated/graphql.ts";
import { graphql } from "./generated/index.ts";

const auditLogQuery = graphql(`
  query AuditLog($userId: UUID, $after: String) {
    auditLog(first: 50, userId: $userId, after: $after) {
      nodes {
        id
        createdAt
        action
        outcome
        via
        targetType
        targetId
        details
        ipAddress
        user {
          id
          displayName
          email
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

/** Something that was done, or tried, in the tenant. */
export type AuditEntry = AuditLogQuery["auditLog"]["nodes"][number];

/** What was done in the tenant, by everybody or by one person, newest first, 50 at a time. */
export function useAuditLog(userId: string | null) {
  const { data, loading, error, refetch, fetchMore } = useQuery(auditLogQuery, {
    variables: { userId, after: null },
    fetchPolicy: "cache-and-network",
  });
  const page = data?.auditLog.pageInfo;
  return {
    entries: data?.auditLog.nodes,
    isLoading: loading && !data,
    error,
    reload: refetch,
    hasMore: page?.hasNextPage ?? false,
    loadMore: () =>
      fetchMore({
        variables: { after: page?.endCursor ?? null },
        updateQuery: (before, { fetchMoreResult: { auditLog } }) => ({
          auditLog: { ...auditLog, nodes: [...before.auditLog.nodes, ...auditLog.nodes] },
        }),
      }),
  };
}
