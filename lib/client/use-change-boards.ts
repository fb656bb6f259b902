"use client";

import { useApolloClient, useMutation } from "@apollo/client/react";
import { graphql } from "./generated/index.ts";
import { shownQueries } from "./live/shown-queries.ts";

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

const archiveMutation = graphql(`
  mutation ArchiveBoard($id: UUID!) {
    archiveBoard(id: $id) {
      id
      archivedAt
    }
  }
`);

const unarchiveMutation = graphql(`
  mutation UnarchiveBoard($id: UUID!) {
    unarchiveBoard(id: $id) {
      id
      archivedAt
    }
  }
`);

/** Moves boards to the trash, restores them from it, and duplicates them; lists of boards that are shown are asked for again. */
export function useChangeBoards() {
  const client = useApolloClient();
  const refetchQueries = () => shownQueries(client, ["Boards", "BoardList"]);
  const [trash] = useMutation(trashMutation, { refetchQueries });
  const [restore] = useMutation(restoreMutation, { refetchQueries });
  const [duplicate] = useMutation(duplicateMutation, { refetchQueries });
  const [archive] = useMutation(archiveMutation, { refetchQueries });
  const [unarchive] = useMutation(unarchiveMutation, { refetchQueries });
  return {
    archive: (id: string) => archive({ variables: { id } }),
    unarchive: (id: string) => unarchive({ variables: { id } }),
    trash: (id: string) => trash({ variables: { id } }),
    restore: (id: string) => restore({ variables: { id } }),
    duplicate: async (id: string) => (await duplicate({ variables: { id } })).data?.duplicateBoard.id,
  };
}
