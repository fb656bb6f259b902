"use client";

import { useApolloClient, useMutation, useQuery } from "@apollo/client/react";
import { useEffect } from "react";
import { boardQuery } from "./board-query.ts";
import type { UpdateBoardInput } from "./generated/graphql.ts";
import { graphql } from "./generated/index.ts";
import { shownQueries } from "./live/shown-queries.ts";
import { useRetry } from "./live/use-retry.ts";
import { unshared } from "./server/share-requests.ts";
import { whenBack } from "./server/wait-to-retry.ts";

const updateBoardMutation = graphql(`
  mutation UpdateBoard($input: UpdateBoardInput!) {
    updateBoard(input: $input) {
      id
      title
      description
      isPublic
      updatedAt
    }
  }
`);

/** One board; `board` is null when it does not exist or may not be seen, undefined while it loads. */
export function useBoard(id: string) {
  const client = useApolloClient();
  const { data, error, refetch } = useQuery(boardQuery, {
    variables: { id },
    fetchPolicy: "cache-and-network",
    // Asked again after an event, too.
    context: unshared,
  });
  useRetry(!data && error, refetch);
  // It may come back, out of the trash or because access is given again, and no event tells of that.
  const isMissing = data?.board === null;
  useEffect(() => (isMissing ? whenBack(() => void refetch().catch(() => undefined)) : undefined), [isMissing, refetch]);
  // With whom it is shared is asked for with it, where that is shown.
  const reload = () => Promise.all([refetch(), client.refetchQueries({ include: shownQueries(client, ["Sharing"]) })]);
  return { board: data?.board, error, reload };
}

/** Changes a board: give only what is to change. */
export function useUpdateBoard() {
  const [update] = useMutation(updateBoardMutation);
  return (input: UpdateBoardInput) => update({ variables: { input } });
}
