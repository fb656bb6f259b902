"use client";

import { useQuery } from "@apollo/client/react";
import { useMemo } from "react";
import { firstPageOf, pageSize } from "./live/board-list";
import { useRetry } from "./live/use-retry";

/** The generations of a board, newest first; `loadMore` fetches the next hundred while `hasMore`. What cannot be loaded is asked for again. */
export function useBoardGenerations(boardId: string, total: number | undefined) {
  const { query, variables } = firstPageOf(boardId);
  const { data, error, fetchMore, refetch } = useQuery(query, { variables });
  useRetry(!data && error, refetch);
  const generations = useMemo(
    () =>
      [...(data?.recentGenerations ?? [])].sort((one, other) => other.createdAt.localeCompare(one.createdAt) || one.batchIndex - other.batchIndex),
    [data],
  );
  return {
    generations,
    isLoading: !data,
    hasMore: total !== undefined && generations.length < total && generations.length >= pageSize,
    loadMore: () => fetchMore({ variables: { boardId, limit: pageSize, offset: generations.length } }),
  };
}
