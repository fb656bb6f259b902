import DataLoader from "dataloader";
import { type Direction, findLineage, type LineageNode } from "@/lib/generations/lineage/find-lineage";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { registerLoaders } from "@/lib/platform/graphql/context";
import type { RequestBudget } from "@/lib/platform/graphql/request-budget";
import type { Generation } from "@/prisma/generated/client";

interface LineageKey {
  generation: Generation;
  direction: Direction;
  maxDepth: number;
}

/** Lineage trees for one request: all that are asked for together are found together. */
function lineageLoaders(viewer: Viewer | null, budget: RequestBudget) {
  return {
    lineage: new DataLoader<LineageKey, LineageNode, string>(
      async (keys) => {
        const kinds = new Map<string, LineageKey[]>();
        for (const key of keys) {
          const kind = `${key.direction}:${key.maxDepth}`;
          kinds.set(kind, [...(kinds.get(kind) ?? []), key]);
        }
        const trees = new Map<LineageKey, LineageNode>();
        for (const group of kinds.values()) {
          const [first] = group;
          if (!first) continue;
          const found = await findLineage(
            viewer,
            group.map((key) => key.generation),
            first.direction,
            first.maxDepth,
            budget,
          );
          group.forEach((key, index) => {
            const tree = found[index];
            if (tree) trees.set(key, tree);
          });
        }
        return keys.map((key) => trees.get(key) ?? new Error("no lineage was found"));
      },
      { cacheKeyFn: ({ generation, direction, maxDepth }) => `${generation.id}:${direction}:${maxDepth}` },
    ),
  };
}

declare module "@/lib/platform/graphql/context" {
  interface Loaders extends ReturnType<typeof lineageLoaders> {}
}

registerLoaders(lineageLoaders);
