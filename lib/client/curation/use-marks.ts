"use client";

import type { ApolloClient } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useMemo } from "react";
import type { BoardGeneration } from "../gallery/fragments.ts";
import { galleriesOf } from "../gallery/galleries.ts";
import { tileLoaderOf, tilesQuery } from "../gallery/tile-loader.ts";
import { graphql } from "../generated/index.ts";
import { groupBy } from "./group-by.ts";

const starMutation = graphql(`
  mutation StarGenerations($ids: [UUID!]!, $starred: Boolean!) {
    starGenerations(ids: $ids, starred: $starred) {
      id
      isStarred
    }
  }
`);

const rateMutation = graphql(`
  mutation RateGenerations($ids: [UUID!]!, $rating: Int) {
    rateGenerations(ids: $ids, rating: $rating) {
      id
      rating
    }
  }
`);

/** Takes a change back. Throws what the server says against it. */
export type TakeBack = () => Promise<void>;

/** A star, or a rating; a rating of null is none. */
type Mark = { isStarred: boolean } | { rating: number | null };

const tilesAtOnce = 100;

/**
 * The viewer's own marks: `star(ids, isStarred)` and `rate(ids, rating)` of up to 200 generations, shown at once and put right when the server is against
 * it, which they throw. Both answer how to take it back, each generation as it was.
 */
export function useMarks() {
  const client = useApolloClient();
  return useMemo(
    () => ({
      star: (ids: readonly string[], isStarred: boolean) => mark(client, ids, { isStarred }),
      rate: (ids: readonly string[], rating: number | null) => mark(client, ids, { rating }),
    }),
    [client],
  );
}

async function mark(client: ApolloClient, ids: readonly string[], wanted: Mark): Promise<TakeBack> {
  const before = await tilesOf(client, ids);
  const [name, value] = Object.entries(wanted)[0] as ["isStarred" | "rating", boolean | number | null];
  const groups = groupBy(before, (tile) => String(tile[name])).map(([, tiles]): [string[], Mark] => [
    tiles.map(({ id }) => id),
    { [name]: tiles[0]?.[name] } as Mark,
  ]);
  await send(client, ids, wanted, groups);
  return async () => {
    for (const [group, old] of groups) if (Object.values(old)[0] !== value) await send(client, group, old, [[group, wanted]]);
  };
}

/** Shows a mark and sends it; shows again what was there before when that fails. */
async function send(client: ApolloClient, ids: readonly string[], mark: Mark, before: [string[], Mark][]): Promise<void> {
  show(client, ids, mark);
  try {
    if ("isStarred" in mark) await client.mutate({ mutation: starMutation, variables: { ids: [...ids], starred: mark.isStarred } });
    else await client.mutate({ mutation: rateMutation, variables: { ids: [...ids], rating: mark.rating } });
  } catch (error) {
    for (const [group, old] of before) show(client, group, old);
    throw error;
  }
  // A gallery of what is starred, or rated so well, may hold more or less now, and no event tells of one's own marks.
  for (const gallery of galleriesOf(client).all()) gallery.doubtFilters(["isStarred", "minRating"]);
}

function show(client: ApolloClient, ids: readonly string[], mark: Mark) {
  const loader = tileLoaderOf(client);
  const [name, value] = Object.entries(mark)[0] as [string, unknown];
  client.cache.batch({
    update: (cache) => {
      for (const id of ids) cache.modify({ id: loader.keyOf(id), fields: { [name]: () => value } });
    },
  });
}

/** These generations as they are known; what is not is asked for. */
async function tilesOf(client: ApolloClient, ids: readonly string[]): Promise<Pick<BoardGeneration, "id" | "isStarred" | "rating">[]> {
  const loader = tileLoaderOf(client);
  const tiles = ids.flatMap((id) => loader.tileOf(id) ?? []);
  const known = new Set(tiles.map(({ id }) => id));
  const missing = ids.filter((id) => !known.has(id));
  for (let from = 0; from < missing.length; from += tilesAtOnce) {
    const variables = { ids: missing.slice(from, from + tilesAtOnce) };
    const { data } = await client.query({ query: tilesQuery, variables, fetchPolicy: "no-cache" });
    tiles.push(...(data?.generations ?? []));
  }
  return tiles;
}
