"use client";

import { useQuery } from "@apollo/client/react";
import { useDeferredValue } from "react";
import { graphql } from "./generated/index.ts";

const findPeopleQuery = graphql(`
  query FindPeople($query: String) {
    tenantUsers(first: 50, query: $query) {
      nodes {
        id
        displayName
        email
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

/** Someone of the tenant, to be chosen. */
export interface FoundPerson {
  id: string;
  /** Their name, else their e-mail address, else their id. */
  name: string;
  email: string | null;
}

/** Up to 50 people of the tenant whose name or e-mail address holds `query`, newest first; for admins. `hasMore`: there are others, too. */
export function useFindPeople(query = "") {
  const { data, previousData } = useQuery(findPeopleQuery, {
    variables: { query: useDeferredValue(query.trim()) || null },
    fetchPolicy: "cache-and-network",
  });
  const found = (data ?? previousData)?.tenantUsers;
  return {
    people: found?.nodes.map(({ id, displayName, email }): FoundPerson => ({ id, name: displayName || email || id, email: email ?? null })) ?? [],
    hasMore: found?.pageInfo.hasNextPage ?? false,
  };
}
