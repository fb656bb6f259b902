"use client";

import { useMutation, useQuery } from "@apollo/client/react";
import { graphql } from "./generated/index.ts";

const viewsQuery = graphql(`
  query SavedViews($boardId: UUID!) {
    board(id: $boardId) {
      id
      views {
        name
        filter
      }
    }
  }
`);

const saveMutation = graphql(`
  mutation SaveBoardView($boardId: UUID!, $name: String!, $filter: String!, $replaces: String) {
    saveBoardView(boardId: $boardId, name: $name, filter: $filter, replaces: $replaces) {
      id
      views {
        name
        filter
      }
    }
  }
`);

const deleteMutation = graphql(`
  mutation DeleteBoardView($boardId: UUID!, $name: String!) {
    deleteBoardView(boardId: $boardId, name: $name) {
      id
      views {
        name
        filter
      }
    }
  }
`);

/** The views that are saved on a board; `save(view, replaces?)` saves one, in place of another where that is named, and `remove(name)` deletes one. */
export function useSavedViews(boardId: string) {
  const { data } = useQuery(viewsQuery, { variables: { boardId }, fetchPolicy: "cache-and-network" });
  const [save] = useMutation(saveMutation);
  const [remove] = useMutation(deleteMutation);
  return {
    views: data?.board?.views,
    save: (view: { name: string; filter: string }, replaces?: string) => save({ variables: { boardId, ...view, replaces: replaces ?? null } }),
    remove: (name: string) => remove({ variables: { boardId, name } }),
  };
}
