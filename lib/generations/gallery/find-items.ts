import { boundSql } from "@/lib/generations/gallery/bound";
import { sectionSize } from "@/lib/generations/gallery/cut-sections";
import { gallerySql } from "@/lib/generations/gallery/find-sections";
import type { AskedSearch } from "@/lib/generations/search/resolve-search";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { readAsInstallation } from "@/lib/platform/db/tenant-scope";
import { Prisma } from "@/prisma/generated/client";

/** No page holds more: a section that has grown since it was cut is still one page, up to twice its size. */
export const maximumItems = 2 * sectionSize;

/** Where a section begins and ends. */
export interface SectionBounds {
  start: string;
  end: string;
}

/** One generation of a gallery: what is needed to give it its place. */
export interface GalleryRow {
  id: string;
  ratio: number;
  artifactType: string;
  status: string;
  placeholder: string | null;
  batchId: string;
  batchIndex: number;
  batchSize: number;
  createdAt: Date;
}

/** What lies within these bounds, oldest first and batches in their order, at most a page; null when the viewer can't see the board. */
export async function findItems(viewer: Viewer | null, { start, end }: SectionBounds, search: AskedSearch) {
  const bounds = Prisma.sql`(g.created_at, g.batch_id) >= ${boundSql(start, "start")} AND (g.created_at, g.batch_id) < ${boundSql(end, "end")}`;
  const found = await gallerySql(viewer, search);
  if (!found) return null;
  const rows = await readAsInstallation(
    () => db().$queryRaw<GalleryRow[]>`
    SELECT g.id::text, coalesce(g.width::float8 / nullif(g.height, 0), 1) AS ratio, g.artifact_type AS "artifactType", g.status, nullif(g.placeholder, '') AS placeholder,
      g.batch_id::text AS "batchId", g.batch_index AS "batchIndex", g.batch_size AS "batchSize", g.created_at AS "createdAt"
    ${found} AND ${bounds} ORDER BY g.created_at, g.batch_id, g.batch_index, g.id LIMIT ${maximumItems + 1}`,
  );
  return { rows: rows.slice(0, maximumItems), hasMore: rows.length > maximumItems };
}
