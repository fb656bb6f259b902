import DataLoader from "dataloader";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { readAsInstallation } from "@/lib/platform/db/tenant-scope";
import { registerLoaders } from "@/lib/platform/graphql/context";
import { pageLoader } from "@/lib/platform/graphql/page-loader";
import type { RequestBudget } from "@/lib/platform/graphql/request-budget";
import { Prisma } from "@/prisma/generated/client";

/** Of the generations that have a tag, no more are counted. */
export const mostCounted = 10_000;

/** Batched reads around tags, for one request. */
function tagLoaders(_viewer: Viewer | null, budget: RequestBudget) {
  return {
    /** The tags of a generation, by name. */
    tags: pageLoader(
      budget,
      Prisma.sql`
        SELECT tag.id FROM boards.generation_tags AS put JOIN boards.tags AS tag ON tag.id = put.tag_id
        WHERE put.generation_id = parent.id ORDER BY tag.name_key, tag.id`,
      (ids) => db().tag.findMany({ where: { id: { in: ids } } }),
    ),
    /** How many generations have a tag. */
    tagUses: new DataLoader<string, number>(async (ids) => {
      const rows = await readAsInstallation(
        () => db().$queryRaw<{ id: string; count: number }[]>`
          SELECT tag.id::text, (
            SELECT count(*)::int FROM (SELECT FROM boards.generation_tags AS put WHERE put.tag_id = tag.id LIMIT ${mostCounted}) AS counted
          ) AS count FROM unnest(${[...ids]}::uuid[]) AS tag (id)`,
      );
      const counts = new Map(rows.map(({ id, count }) => [id, count]));
      return ids.map((id) => counts.get(id) ?? 0);
    }),
  };
}

declare module "@/lib/platform/graphql/context" {
  interface Loaders extends ReturnType<typeof tagLoaders> {}
}

registerLoaders(tagLoaders);
