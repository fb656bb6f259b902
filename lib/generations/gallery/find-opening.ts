import { gallerySql } from "@/lib/generations/gallery/find-sections";
import type { AskedSearch } from "@/lib/generations/search/resolve-search";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { readAsInstallation } from "@/lib/platform/db/tenant-scope";
import { Prisma } from "@/prisma/generated/client";

/** More than fill a large screen. */
export const openingSize = 60;

/** Where a gallery begins. */
export interface Opening {
  /** In the gallery's order. */
  ids: string[];
  /** Whether the gallery holds more. */
  hasMore: boolean;
  /** The number of the board's last event that it knows of; 0 without a board. */
  eventNumber: number;
}

/** The newest of a gallery, or the oldest: however much it holds, an index leads there. Null when the viewer can't see the board. */
export async function findOpening(viewer: Viewer | null, search: AskedSearch, isOldestFirst: boolean): Promise<Opening | null> {
  const found = await gallerySql(viewer, search);
  if (!found) return null;
  const order = Prisma.raw(isOldestFirst ? "g.created_at, g.batch_id, g.batch_index" : "g.created_at DESC, g.batch_id DESC, g.batch_index");
  // One statement, so that the number and what it counts are of the same moment.
  const [row] = await readAsInstallation(
    () => db().$queryRaw<{ number: bigint | null; ids: string[] }[]>`
    SELECT (SELECT last_number FROM boards.board_event_counters WHERE board_id = ${search.boardId ?? null}::uuid) AS number,
      ARRAY(SELECT g.id::text ${found} ORDER BY ${order} LIMIT ${openingSize + 1}) AS ids`,
  );
  const ids = row?.ids ?? [];
  return { ids: ids.slice(0, openingSize), hasMore: ids.length > openingSize, eventNumber: Number(row?.number ?? 0) };
}
