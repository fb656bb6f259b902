"use client";

import type { ApolloCache, Reference } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { useMemo } from "react";
import { graphql } from "./generated";

const pageSize = 100;

const generationsQuery = graphql(`
  query BoardGenerations($boardId: UUID!, $limit: Int!, $offset: Int!) {
    recentGenerations(boardId: $boardId, limit: $limit, offset: $offset) {
      ...GenerationTile
    }
  }
`);

/** The generations of a board, newest first; `loadMore` fetches the next hundred while `hasMore`. */
export function useBoardGenerations(boardId: string, total: number | undefined) {
  const { data, loading, error, fetchMore, refetch } = useQuery(generationsQuery, { variables: { boardId, limit: pageSize, offset: 0 } });
  const generations = useMemo(
    () =>
      [...(data?.recentGenerations ?? [])].sort((one, other) => other.createdAt.localeCompare(one.createdAt) || one.batchIndex - other.batchIndex),
    [data],
  );
  return {
    generations,
    isLoading: loading && !data,
    error,
    reload: refetch,
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
