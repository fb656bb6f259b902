"use client";

import { useQuery } from "@apollo/client/react";
import type { ArtifactType } from "./generated/graphql.ts";
import { graphql } from "./generated/index.ts";

const searchQuery = graphql(`
  query FindArtifacts($input: GenerationSearchInput!, $first: Int!, $after: String) {
    searchGenerations(input: $input, first: $first, after: $after) {
      nodes {
        ...GenerationTile
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const pageSize = 48;

/** Finished artifacts of one kind, a page at a time: on a board or, without one, on all boards of the viewer; those that match the words, where there are any. */
export function useArtifactSearch(asked: { boardId: string | null; artifactType: ArtifactType; query: string; isSkipped?: boolean }) {
  const { boardId, artifactType, query, isSkipped = false } = asked;
  const input = { boardId, artifactTypes: [artifactType], statuses: ["COMPLETED" as const], query: query.trim() || null };
  const { data, previousData, loading, error, fetchMore } = useQuery(searchQuery, {
    variables: { input, first: pageSize },
    skip: isSkipped,
    fetchPolicy: "cache-and-network",
  });
  const found = (data ?? previousData)?.searchGenerations;
  const after = found?.pageInfo.hasNextPage ? found.pageInfo.endCursor : null;
  const loadMore = () =>
    after
      ? fetchMore({
          variables: { after },
          updateQuery: (before, { fetchMoreResult: { searchGenerations: next } }) => ({
            searchGenerations: { ...next, nodes: [...before.searchGenerations.nodes, ...next.nodes] },
          }),
        })
      : undefined;
  return { artifacts: found?.nodes ?? [], isLoading: loading && !found, hasMore: Boolean(after), error, loadMore };
}
