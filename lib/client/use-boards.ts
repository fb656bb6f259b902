"use client";

import type { ApolloCache } from "@apollo/client";
import { useApolloClient, useMutation, useQuery } from "@apollo/client/react";
import { useEffect } from "react";
import { graphql } from "./generated/index.ts";
import { shownQueries } from "./live/shown-queries.ts";
import { useRetry } from "./live/use-retry.ts";
import { whenBack } from "./server/wait-to-retry.ts";

const boardsQuery = graphql(`
  query Boards($limit: Int!, $offset: Int!) {
    myBoards(limit: $limit, offset: $offset) {
      id
      title
      description
      archivedAt
      coverGenerationId
      updatedAt
      generationCount
      permissions {
        canEdit
        canDelete
        canExport
      }
      coverGenerations {
        id
        medium: thumbnailUrl(width: 640)
      }
    }
  }
`);

const createBoardMutation = graphql(`
  mutation CreateBoard($input: CreateBoardInput!) {
    createBoard(input: $input) {
      id
      title
    }
  }
`);

const deleteBoardMutation = graphql(`
  mutation DeleteBoard($id: UUID!) {
    deleteBoard(id: $id)
  }
`);

/** The viewer's boards, newest change first, with `createBoard(title)` (answers the new id) and `deleteBoard(id)`. */
export function useBoards(limit = 200) {
  const { data, loading, error, refetch } = useQuery(boardsQuery, { variables: { limit, offset: 0 }, fetchPolicy: "cache-and-network" });
  useRetry(!data && error, refetch);
  // No event tells of this list.
  useEffect(() => whenBack(() => void refetch().catch(() => undefined)), [refetch]);
  return {
    boards: data?.myBoards,
    isLoading: loading && !data,
    error,
    reload: refetch,
    ...useBoardMaking(),
  };
}

/** `createBoard(title)` answers the new id; `deleteBoard(id)`. */
export function useBoardMaking() {
  const client = useApolloClient();
  const [create] = useMutation(createBoardMutation, { refetchQueries: () => shownQueries(client, ["Boards", "BoardList"]) });
  const [remove] = useMutation(deleteBoardMutation);
  return {
    createBoard: async (title: string) => (await create({ variables: { input: { title } } })).data?.createBoard.id,
    deleteBoard: (id: string) => remove({ variables: { id }, update: (cache) => evictBoard(cache, id) }),
  };
}

function evictBoard(cache: ApolloCache, id: string) {
  cache.evict({ id: cache.identify({ __typename: "Board", id }) });
  cache.gc();
}
