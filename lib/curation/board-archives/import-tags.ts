import type { ArchivedResult } from "@/lib/curation/board-archives/archive-format";
import { slugOf } from "@/lib/curation/tags/tag-input";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { foldText } from "@/lib/platform/text/fold-text";
import type { Prisma } from "@/prisma/generated/client";

/** Archives make no more tags in a tenant that has so many. */
const enoughTags = 2000;

/** The tags of these results in the viewer's tenant, by the names that the archive calls them; what is missing is made, as long as there are not too many. */
export async function importTags({ tenantId, userId }: Viewer, results: ArchivedResult[]): Promise<Map<string, string>> {
  const wanted = new Map(results.flatMap(({ tags }) => tags).flatMap((tag) => (slugOrNull(tag.name) ? [[slugOf(tag.name), tag] as const] : [])));
  if (wanted.size === 0) return new Map();
  const there = () => db().tag.findMany({ where: { tenantId, slug: { in: [...wanted.keys()] } }, select: { id: true, slug: true } });
  const known = new Set((await there()).map(({ slug }) => slug));
  const missing = [...wanted].filter(([slug]) => !known.has(slug));
  if (missing.length > 0 && (await db().tag.count({ where: { tenantId } })) + missing.length <= enoughTags)
    await db().tag.createMany({
      data: missing.map(([slug, { name, metadata }]) => ({
        tenantId,
        createdById: userId,
        name,
        nameKey: foldText(name),
        slug,
        metadata: metadata as Prisma.InputJsonObject,
      })),
      skipDuplicates: true,
    });
  const bySlug = new Map((await there()).map(({ id, slug }) => [slug, id]));
  return new Map([...wanted].flatMap(([slug, { name }]) => (bySlug.has(slug) ? [[name, bySlug.get(slug) as string]] : [])));
}

function slugOrNull(name: string): string | null {
  try {
    return slugOf(name);
  } catch {
    return null;
  }
}
