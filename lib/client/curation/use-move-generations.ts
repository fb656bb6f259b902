"use client";

import { useApolloClient, useQuery } from "@apollo/client/react";
import { useMemo } from "react";
import { removeFromBoard } from "../gallery/change-board.ts";
import { tileLoaderOf } from "../gallery/tile-loader.ts";
import { graphql } from "../generated/index.ts";
import { groupBy } from "./group-by.ts";
import type { TakeBack } from "./use-marks.ts";

const moveMutation = graphql(`
  mutation MoveGenerations($ids: [UUID!]!, $boardId: UUID!) {
    moveGenerations(ids: $ids, boardId: $boardId) {
      id
      boardId
    }
  }
`);

const copyMutation = graphql(`
  mutation CopyGenerations($ids: [UUID!]!, $boardId: UUID!) {
    copyGenerations(ids: $ids, boardId: $boardId) {
      id
    }
  }
`);

const trashCopiesMutation = graphql(`
  mutation TrashCopies($ids: [UUID!]!) {
    trashGenerations(ids: $ids)
  }
`);

const boardsToFillQuery = graphql(`
  query BoardsToFill {
    myBoards(limit: 200) {
      id
      title
      generationCount
      archivedAt
      permissions {
        canGenerate
      }
    }
  }
`);

/** The boards that the viewer may put something on and has not archived, the latest change first; undefined until they are there. */
export function useBoardsToFill() {
  const { data, error } = useQuery(boardsToFillQuery, { fetchPolicy: "cache-and-network" });
  const boards = useMemo(() => data?.myBoards.filter(({ permissions, archivedAt }) => permissions.canGenerate && !archivedAt), [data]);
  return { boards, error };
}

/**
 * `move(ids, from, to)` moves up to 200 generations from one board to another, `copy(ids, to)` copies them with their files. Both answer how to take it back,
 * and throw what the server says against it.
 */
export function useMoveGenerations() {
  const client = useApolloClient();
  return useMemo(() => {
    const send = async (ids: readonly string[], boardId: string) => {
      await client.mutate({
        mutation: moveMutation,
        variables: { ids: [...ids], boardId },
        update: () => {
          removeFromBoard(client, ids);
        },
      });
    };
    return {
      move: async (ids: readonly string[], from: string, to: string): Promise<TakeBack> => {
        const groups = groupBy(ids, (id) => tileLoaderOf(client).tileOf(id)?.boardId ?? from);
        await send(ids, to);
        return async () => {
          for (const [boardId, group] of groups) await send(group, boardId);
        };
      },
      copy: async (ids: readonly string[], to: string): Promise<TakeBack> => {
        const { data } = await client.mutate({ mutation: copyMutation, variables: { ids: [...ids], boardId: to } });
        const copies = data?.copyGenerations.map(({ id }) => id) ?? [];
        return async () => {
          await client.mutate({ mutation: trashCopiesMutation, variables: { ids: copies } });
        };
      },
    };
  }, [client]);
}
