"use client";

import { useQuery } from "@apollo/client/react";
import { useEffect } from "react";
import type { SortOrder } from "./generated/graphql.ts";
import { graphql } from "./generated/index.ts";
import { useRetry } from "./live/use-retry.ts";
import { whenBack } from "./server/wait-to-retry.ts";

graphql(`
  fragment BoardOfList on Board {
    id
    title
    description
    isPublic
    updatedAt
    archivedAt
    coverGenerationId
    generationCount
    permissions {
      canEdit
      canDelete
      canExport
    }
    owner {
      id
      displayName
    }
    coverGenerations {
      id
      medium: thumbnailUrl(width: 640)
    }
  }
`);

const ownQuery = graphql(`
  query BoardList($first: Int!, $after: String, $query: String, $role: BoardQueryRole, $isArchived: Boolean, $sort: SortOrder) {
    boards: myBoardsConnection(first: $first, after: $after, query: $query, role: $role, isArchived: $isArchived, sort: $sort) {
      nodes {
        ...BoardOfList
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const publicQuery = graphql(`
  query PublicBoardList($first: Int!, $after: String, $query: String, $sort: SortOrder) {
    boards: publicBoardsConnection(first: $first, after: $after, query: $query, sort: $sort) {
      nodes {
        ...BoardOfList
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** Which boards are listed, and in which order. */
export interface BoardListAsked {
  query: string;
  of: "ALL" | "OWN" | "SHARED" | "PUBLIC" | "ARCHIVED";
  sort: Extract<SortOrder, "UPDATED_DESC" | "CREATED_DESC" | "TITLE_ASC">;
}

const pageSize = 60;

/** Boards that match, a page at a time: `hasMore`, `loadMore()`. `reload` asks for the first again, as after a change of the list. */
export function useBoardList({ query, of, sort }: BoardListAsked) {
  const isPublic = of === "PUBLIC";
  const shared = { first: pageSize, query: query.trim() || null, sort };
  const role = ({ OWN: "OWNER", SHARED: "MEMBER" } as const)[of as "OWN" | "SHARED"] ?? null;
  const options = { fetchPolicy: "cache-and-network" } as const;
  const own = useQuery(ownQuery, { ...options, variables: { ...shared, role, isArchived: of === "ARCHIVED" }, skip: isPublic });
  const open = useQuery(publicQuery, { ...options, variables: shared, skip: !isPublic });
  const { data, previousData, error, refetch, loading, fetchMore } = isPublic ? open : own;
  useRetry(!data && error, refetch);
  // No event tells of this list.
  useEffect(() => whenBack(() => void refetch().catch(() => undefined)), [refetch]);
  const found = (data ?? previousData)?.boards;
  const after = data?.boards.pageInfo.hasNextPage ? data.boards.pageInfo.endCursor : null;
  const loadMore = async () => {
    if (!after) return;
    await fetchMore({
      variables: { after },
      updateQuery: (
        before: { boards: NonNullable<typeof found> },
        { fetchMoreResult }: { fetchMoreResult: { boards: NonNullable<typeof found> } },
      ) => ({
        boards: { ...fetchMoreResult.boards, nodes: [...before.boards.nodes, ...fetchMoreResult.boards.nodes] },
      }),
    });
  };
  return { boards: found?.nodes, isLoading: loading && !found, error, hasMore: Boolean(after), loadMore, reload: refetch };
}
