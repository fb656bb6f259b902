"use client";

import type { ApolloClient } from "@apollo/client";
import { useApolloClient, useQuery } from "@apollo/client/react";
import { useCallback, useMemo } from "react";
import { galleriesOf } from "../gallery/galleries.ts";
import { graphql } from "../generated/index.ts";
import { groupBy } from "./group-by.ts";
import type { TakeBack } from "./use-marks.ts";
import { type Tag, tagOf } from "./use-tags.ts";

const generationTagsQuery = graphql(`
  query GenerationTags($ids: [UUID!]!) {
    generations(ids: $ids) {
      id
      tags {
        ...TagFields
      }
    }
  }
`);

const tagMutation = graphql(`
  mutation TagGenerations($ids: [UUID!]!, $add: [UUID!], $remove: [UUID!]) {
    tagGenerations(ids: $ids, addTagIds: $add, removeTagIds: $remove)
  }
`);

/** Which tags to put on generations, and which to take off. */
export interface TagChange {
  add: string[];
  remove: string[];
}

const atOnce = 100;

/** The tags of up to a hundred generations, by the ID of each; undefined until they are there. */
export function useGenerationTags(ids: readonly string[]): ReadonlyMap<string, Tag[]> | undefined {
  const asked = useMemo(() => [...new Set(ids)].sort().slice(0, atOnce), [ids]);
  const { data } = useQuery(generationTagsQuery, { variables: { ids: asked }, skip: asked.length === 0, fetchPolicy: "cache-and-network" });
  return useMemo(() => data && new Map(data.generations.map(({ id, tags }) => [id, tags.map(tagOf)])), [data]);
}

/** A function that puts tags on up to 200 generations and takes others off. It answers how to take that back, and throws what the server says against it. */
export function useTagging() {
  const client = useApolloClient();
  return useCallback(
    async (ids: readonly string[], change: TagChange): Promise<TakeBack> => {
      const before = await tagIdsOf(client, ids);
      await send(client, ids, change);
      const back = groupBy(before, ({ tagIds }) => JSON.stringify(inverseOf(change, tagIds)));
      return async () => {
        for (const [key, group] of back)
          await send(
            client,
            group.map(({ id }) => id),
            JSON.parse(key) as TagChange,
          );
      };
    },
    [client],
  );
}

/** What takes a change back for a generation that had these tags. */
function inverseOf({ add, remove }: TagChange, had: readonly string[]): TagChange {
  return { add: remove.filter((id) => had.includes(id)), remove: add.filter((id) => !had.includes(id)) };
}

async function tagIdsOf(client: ApolloClient, ids: readonly string[]): Promise<{ id: string; tagIds: string[] }[]> {
  const found: { id: string; tagIds: string[] }[] = [];
  for (let from = 0; from < ids.length; from += atOnce) {
    const variables = { ids: ids.slice(from, from + atOnce) };
    const { data } = await client.query({ query: generationTagsQuery, variables, fetchPolicy: "network-only" });
    for (const { id, tags } of data?.generations ?? []) found.push({ id, tagIds: tags.map((tag) => tag.id) });
  }
  return found;
}

async function send(client: ApolloClient, ids: readonly string[], { add, remove }: TagChange): Promise<void> {
  if (add.length + remove.length === 0) return;
  await client.mutate({ mutation: tagMutation, variables: { ids: [...ids], add, remove } });
  // The answer is a number: what is shown of these is asked for again.
  await tagIdsOf(client, ids);
  for (const gallery of galleriesOf(client).all()) gallery.doubtFilters(["tagIds"]);
}
