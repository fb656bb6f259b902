"use client";

import { useQuery } from "@apollo/client/react";
import type { AuditLogQuery } from "./generated/graphql.ts";
import { graphql } from "./generated/index.ts";

const auditLogQuery = graphql(`
  query AuditLog($userId: UUID, $action: String, $after: String) {
    auditLog(first: 50, userId: $userId, action: $action, after: $after) {
      nodes {
        id
        createdAt
        action
        outcome
        problem
        via
        targetId
        targetName
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

/** What is shown of the log: all of it, or what one person did, or one action by its name in the API. */
export interface AuditFilter {
  userId?: string | null;
  action?: string | null;
}

/** What was done in the tenant, newest first, 50 at a time. */
export function useAuditLog({ userId = null, action = null }: AuditFilter = {}) {
  const { data, loading, error, refetch, fetchMore } = useQuery(auditLogQuery, {
    variables: { userId, action, after: null },
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
