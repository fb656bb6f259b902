"use client";

import { useQuery } from "@apollo/client/react";
import { useDeferredValue } from "react";
import { graphql } from "./generated/index.ts";

const peopleToAddQuery = graphql(`
  query PeopleToAdd($boardId: UUID!, $query: String!) {
    peopleToAdd(boardId: $boardId, query: $query) {
      id
      displayName
      email
    }
  }
`);

/** Up to 20 people of the workspace who could be put on a board and whose name holds `query`; none while that is empty. */
export function usePeopleToAdd(boardId: string, query: string) {
  const asked = useDeferredValue(query.trim());
  const { data, previousData, loading, error } = useQuery(peopleToAddQuery, {
    variables: { boardId, query: asked },
    skip: asked === "",
    // Whoever was added a moment ago is no one to add.
    fetchPolicy: "network-only",
  });
  return { people: asked === "" ? [] : ((data ?? previousData)?.peopleToAdd ?? []), isLoading: loading, error };
}
