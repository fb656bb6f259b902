import type { ApolloCache, Reference } from "@apollo/client";
import { graphql } from "../generated/index.ts";

/** How many generations of a board are asked for at a time. */
export const pageSize = 100;

const generationsQuery = graphql(`
  query BoardGenerations($boardId: UUID!, $limit: Int!, $offset: Int!) {
    recentGenerations(boardId: $boardId, limit: $limit, offset: $offset) {
      ...GenerationTile
    }
  }
`);

/** The query for the newest generations of a board. */
export const firstPageOf = (boardId: string) => ({ query: generationsQuery, variables: { boardId, limit: pageSize, offset: 0 } });

/** Puts a generation that the cache holds onto its board's list. */
export function addToBoard(cache: ApolloCache, boardId: string, generation: { __typename?: "Generation"; id: string }) {
  const reference = cache.identify({ __typename: "Generation", id: generation.id });
  cache.modify({
    fields: {
      recentGenerations(existing: readonly Reference[] = [], { storeFieldName }) {
        if (!storeFieldName.includes(boardId) || !reference || existing.some((each) => each.__ref === reference)) return existing;
        return [{ __ref: reference }, ...existing];
      },
    },
  });
}
