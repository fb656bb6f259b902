"use client";

import { useApolloClient, useQuery } from "@apollo/client/react";
import { useMemo } from "react";
import type { TagFieldsFragment } from "../generated/graphql.ts";
import { graphql } from "../generated/index.ts";
import { shownQueries } from "../live/shown-queries.ts";
import { useRetry } from "../live/use-retry.ts";

graphql(`
  fragment TagFields on Tag {
    id
    name
    metadata
    generationCount
  }
`);

const tagsQuery = graphql(`
  query Tags($query: String) {
    tags(query: $query, limit: 200) {
      ...TagFields
    }
  }
`);

const createTagMutation = graphql(`
  mutation CreateTag($input: CreateTagInput!) {
    createTag(input: $input) {
      ...TagFields
    }
  }
`);

const updateTagMutation = graphql(`
  mutation UpdateTag($input: UpdateTagInput!) {
    updateTag(input: $input) {
      ...TagFields
    }
  }
`);

const deleteTagMutation = graphql(`
  mutation DeleteTag($id: UUID!) {
    deleteTag(id: $id)
  }
`);

/** The colors that tags have. */
export const tagColors = ["rust", "amber", "green", "teal", "blue", "violet", "pink", "gray"] as const;

/** One of them. */
export type TagColor = (typeof tagColors)[number];

/** A tag of the workspace. */
export interface Tag {
  id: string;
  name: string;
  color: TagColor;
  /** How many results have it; ten thousand stand for more. */
  uses: number;
}

/** A tag as it is told; one without a color is gray. */
export function tagOf({ id, name, metadata, generationCount: uses }: TagFieldsFragment): Tag {
  const { color } = (metadata ?? {}) as { color?: unknown };
  return { id, name, color: tagColors.find((each) => each === color) ?? "gray", uses };
}

/**
 * The first 200 tags of the workspace in whose names these words are, by name: `createTag(name, color)` answers the new one, `changeTag(id, changes)` and
 * `deleteTag(id)`. Each throws what the server says against it.
 */
export function useTags(query = "") {
  const client = useApolloClient();
  const { data, previousData, error, refetch } = useQuery(tagsQuery, { variables: { query }, fetchPolicy: "cache-and-network" });
  useRetry(!data && error, refetch);
  const tags = useMemo(() => (data ?? previousData)?.tags.map(tagOf), [data, previousData]);
  return useMemo(() => {
    const again = () => ({ refetchQueries: shownQueries(client, ["Tags"]), awaitRefetchQueries: true });
    return {
      tags,
      error,
      createTag: async (name: string, color: TagColor): Promise<Tag> => {
        const { data: made } = await client.mutate({ mutation: createTagMutation, variables: { input: { name, metadata: { color } } }, ...again() });
        if (!made) throw new Error("There is no answer");
        return tagOf(made.createTag);
      },
      changeTag: async (id: string, { name, color }: { name?: string; color?: TagColor }) => {
        const input = { id, ...(name === undefined ? {} : { name }), ...(color === undefined ? {} : { metadata: { color } }) };
        await client.mutate({ mutation: updateTagMutation, variables: { input }, ...again() });
      },
      deleteTag: async (id: string) => {
        await client.mutate({ mutation: deleteTagMutation, variables: { id }, update: (cache) => void cache.evict({ id: `Tag:${id}` }) });
      },
    };
  }, [client, tags, error]);
}
