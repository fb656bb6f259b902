import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { registerLoaders } from "@/lib/platform/graphql/context";
import { pageLoader } from "@/lib/platform/graphql/page-loader";
import type { RequestBudget } from "@/lib/platform/graphql/request-budget";
import { Prisma } from "@/prisma/generated/client";

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
  };
}

declare module "@/lib/platform/graphql/context" {
  interface Loaders extends ReturnType<typeof tagLoaders> {}
}

registerLoaders(tagLoaders);
