"use client";

import { useQuery } from "@apollo/client/react";
import { useMemo } from "react";
import type { BoardGeneration } from "./gallery/fragments.ts";
import { graphql } from "./generated/index.ts";

const generationsQuery = graphql(`
  query GenerationsById($ids: [UUID!]!) {
    generations(ids: $ids) {
      ...GenerationTile
    }
  }
`);

const most = 100;

/** The generations with these ids, at most the first hundred: null for one that does not exist any more, nothing for one that is not known yet. */
export function useGenerations(ids: string[]): Map<string, BoardGeneration | null> {
  const asked = useMemo(() => [...new Set(ids)].sort().slice(0, most), [ids]);
  const { data, previousData } = useQuery(generationsQuery, { variables: { ids: asked }, skip: asked.length === 0 });
  return useMemo(() => {
    const found = new Map<string, BoardGeneration | null>(data ? asked.map((id) => [id, null]) : []);
    for (const generation of (data ?? previousData)?.generations ?? []) found.set(generation.id, generation);
    return found;
  }, [asked, data, previousData]);
}
