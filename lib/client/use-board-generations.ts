"use client";

import { useQuery } from "@apollo/client/react";
import { useMemo, useState } from "react";
import { firstPageOf, pageSize } from "./live/board-list.ts";
import { useRetry } from "./live/use-retry.ts";

/**
 * The generations of a board, newest first, 100 at a time. `hasMore` says whether there are older ones, which `loadMore` adds. What cannot be loaded is
 * asked for again; `useBoardEvents` keeps the list live.
 */
export function useBoardGenerations(boardId: string) {
  const { query, variables } = firstPageOf(boardId);
  const { data, error, fetchMore, refetch } = useQuery(query, { variables });
  const [endOf, setEndOf] = useState<string | null>(null);
  useRetry(!data && error, refetch);
  const generations = useMemo(
    () =>
      [...(data?.recentGenerations ?? [])].sort((one, other) => other.createdAt.localeCompare(one.createdAt) || one.batchIndex - other.batchIndex),
    [data],
  );
  const loadMore = async () => {
    const older = await fetchMore({ variables: { boardId, limit: pageSize, offset: generations.length } });
    if ((older.data?.recentGenerations.length ?? 0) < pageSize) setEndOf(boardId);
  };
  // A page that is not full is the last one.
  return { generations, isLoading: !data, error, hasMore: generations.length >= pageSize && endOf !== boardId, loadMore };
}
