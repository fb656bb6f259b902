"use client";

import { useApolloClient, useMutation } from "@apollo/client/react";
import { graphql } from "./generated/index.ts";
import { shownQueries } from "./shown-queries.ts";

const trashMutation = graphql(`
  mutation TrashBoard($id: UUID!) {
    trashBoard(id: $id)
  }
`);

const restoreMutation = graphql(`
  mutation RestoreBoard($id: UUID!) {
    restoreBoard(id: $id) {
      id
      title
    }
  }
`);

const duplicateMutation = graphql(`
  mutation DuplicateBoard($id: UUID!) {
    duplicateBoard(id: $id) {
      id
    }
  }
`);

/** Moves boards to the trash, restores them from it, and duplicates them; lists of boards that are shown are asked for again. */
export function useChangeBoards() {
  const client = useApolloClient();
  const refetchQueries = () => shownQueries(client, ["Boards"]);
  const [trash] = useMutation(trashMutation, { refetchQueries });
  const [restore] = useMutation(restoreMutation, { refetchQueries });
  const [duplicate] = useMutation(duplicateMutation, { refetchQueries });
  return {
    trash: (id: string) => trash({ variables: { id } }),
    restore: (id: string) => restore({ variables: { id } }),
    duplicate: async (id: string) => (await duplicate({ variables: { id } })).data?.duplicateBoard.id,
  };
}
