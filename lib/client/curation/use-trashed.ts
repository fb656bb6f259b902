"use client";

import { useMutation, useQuery } from "@apollo/client/react";
import { useCallback, useRef, useState } from "react";
import { graphql } from "../generated/index.ts";
import { useRetry } from "../live/use-retry.ts";
import { useTrash } from "./use-trash.ts";

const trashedQuery = graphql(`
  query Trashed($limit: Int!, $offset: Int!) {
    trashedGenerations(limit: $limit, offset: $offset) {
      ...GenerationTile
      trashExpiresAt
      board {
        id
        title
      }
    }
  }
`);

const trashedBoardsQuery = graphql(`
  query TrashedBoards {
    trashedBoards(limit: 200) {
      id
      title
      generationCount
      trashExpiresAt
    }
  }
`);

const deleteGenerationsMutation = graphql(`
  mutation DeleteGenerations($ids: [UUID!]!) {
    deleteGenerations(ids: $ids)
  }
`);

const restoreBoardMutation = graphql(`
  mutation RestoreTrashedBoard($id: UUID!) {
    restoreBoard(id: $id) {
      id
    }
  }
`);

const deleteTrashedBoardMutation = graphql(`
  mutation DeleteTrashedBoard($id: UUID!) {
    deleteBoard(id: $id)
  }
`);

const pageSize = 100;

/**
 * What lies in the viewer's trash, latest first: `generations`, a page at a time (`hasMore`, `loadMore()`), and `boards`. `restore(ids)` and
 * `deleteForGood(ids)` take up to 200 generations, `restoreBoard(id)` and `deleteBoardForGood(id)` a board. Each throws what the server says against it.
 */
export function useTrashed() {
  const { data, loading, error, refetch, fetchMore, updateQuery } = useQuery(trashedQuery, {
    variables: { limit: pageSize, offset: 0 },
    fetchPolicy: "network-only",
    nextFetchPolicy: "cache-first",
  });
  const { data: ofBoards, refetch: refetchBoards } = useQuery(trashedBoardsQuery, { fetchPolicy: "network-only", nextFetchPolicy: "cache-first" });
  useRetry(!data && error, refetch);
  const { restore } = useTrash();
  const [deleteForGood] = useMutation(deleteGenerationsMutation);
  const [restoreBoard] = useMutation(restoreBoardMutation);
  const [deleteBoard] = useMutation(deleteTrashedBoardMutation);
  const generations = data?.trashedGenerations;
  const takeOut = (ids: readonly string[]) =>
    updateQuery((_before, { previousData, complete }) =>
      complete ? { ...previousData, trashedGenerations: previousData.trashedGenerations.filter(({ id }) => !ids.includes(id)) } : undefined,
    );
  const count = generations?.length ?? 0;
  // A page that was not full was the last. What is taken out of one later does not tell.
  const [isWhole, setIsWhole] = useState(false);
  const firstCount = useRef<number | null>(null);
  if (generations) firstCount.current ??= count;
  return {
    generations,
    boards: ofBoards?.trashedBoards,
    isLoading: loading && !data,
    error,
    hasMore: !isWhole && firstCount.current === pageSize,
    loadMore: () =>
      fetchMore({
        variables: { limit: pageSize, offset: count },
        updateQuery: (before, { fetchMoreResult: { trashedGenerations: more } }) => {
          setIsWhole(more.length < pageSize);
          return { ...before, trashedGenerations: [...before.trashedGenerations, ...more] };
        },
      }),
    reload: useCallback(async () => {
      firstCount.current = null;
      setIsWhole(false);
      await Promise.all([refetch(), refetchBoards()]);
    }, [refetch, refetchBoards]),
    restore: async (ids: readonly string[]) => {
      await restore(ids);
      takeOut(ids);
    },
    deleteForGood: async (ids: readonly string[]) => {
      await deleteForGood({ variables: { ids: [...ids] } });
      takeOut(ids);
    },
    deleteBoardForGood: async (id: string) => {
      await deleteBoard({ variables: { id } });
      await Promise.all([refetch(), refetchBoards()]);
    },
    restoreBoard: async (id: string) => {
      await restoreBoard({ variables: { id } });
      await Promise.all([refetch(), refetchBoards()]);
    },
  };
}
