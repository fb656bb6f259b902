"use client";

import { useApolloClient, useMutation } from "@apollo/client/react";
import { useCallback } from "react";
import { removeFromBoard } from "../gallery/change-board.ts";
import { graphql } from "../generated/index.ts";

const trashMutation = graphql(`
  mutation TrashGenerations($ids: [UUID!]!) {
    trashGenerations(ids: $ids)
  }
`);

const restoreMutation = graphql(`
  mutation RestoreGenerations($ids: [UUID!]!) {
    restoreGenerations(ids: $ids)
  }
`);

/** Moves up to 200 generations to the trash, and restores them from it. Each throws what the server says against it; the board's events tell the rest. */
export function useTrash() {
  const client = useApolloClient();
  const [trash] = useMutation(trashMutation);
  const [restore] = useMutation(restoreMutation);
  return {
    trash: useCallback(
      (ids: readonly string[]) =>
        trash({
          variables: { ids: [...ids] },
          update: () => removeFromBoard(client, ids),
        }),
      [client, trash],
    ),
    restore: useCallback((ids: readonly string[]) => restore({ variables: { ids: [...ids] } }), [restore]),
  };
}
