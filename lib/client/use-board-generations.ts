"use client";

import type { ApolloCache, Reference } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { useMemo } from "react";
import { graphql } from "./generated";
import { useRetry } from "./live/use-retry";

const pageSize = 100;

const generationsQuery = graphql(`
  query BoardGenerations($boardId: UUID!, $limit: Int!, $offset: Int!) {
    recentGenerations(boardId: $boardId, limit: $limit, offset: $offset) {
      ...GenerationTile
    }
  }
`);

/** The query for the newest generations of a board. */
export const firstPageOf = (boardId: string) => ({ query: generationsQuery, variables: { boardId, limit: pageSize, offset: 0 } });

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

/** Puts a generation that the cache holds onto its board's list. */
export function addToBoard(cache: ApolloCache, boardId: string, generation: { __typename?: "Generation"; id: string }) {
  const reference = cache.identify({ __typename: "Generation", id: generation.id });
  cache.modify({
    fields: {
      recentGenerations(existing: readonly Reference[] = [], { storeFieldName }) {
        if (!storeFieldName.includes(boardId) || !reference || existing.some((each) => each.__ref === reference)) return existing;
        return [{ __ref: reference }, ...existing];
      },
    },
  });
}
