import { boundAt } from "@/lib/generations/gallery/bound";
import { cutSections, type Section, type Slot, sectionSize, slotMs } from "@/lib/generations/gallery/cut-sections";
import { dayIn } from "@/lib/generations/gallery/day-in";
import { type AskedSearch, resolveSearch } from "@/lib/generations/search/resolve-search";
import { searchSql } from "@/lib/generations/search/search-sql";
import { boardsVisibleTo } from "@/lib/identity/access/board-policy";
import { requireViewer, type Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { readAsInstallation } from "@/lib/platform/db/tenant-scope";
import { Prisma } from "@/prisma/generated/client";

/** All that a gallery holds, by its sections, oldest first. */
export interface Sections {
  sections: Section[];
  totalCount: number;
  /** The number of the board's last event that it knows of; 0 without a board. */
  eventNumber: number;
}

/** A crowded slot is split where so many lie before; a batch, which is never split, may add some. */
const splitEvery = 200;

const slot = Prisma.raw(`date_bin('${slotMs / 60_000} min', g.created_at, 'epoch')`);
const msOf = (time: Prisma.Sql) => Prisma.sql`(extract(epoch FROM ${time}) * 1000)::int8`;

/** What a gallery shows as SQL, of `boards.generations AS g`; null when it is of a board that the viewer can't see. */
export async function gallerySql(viewer: Viewer | null, search: AskedSearch): Promise<Prisma.Sql | null> {
  const reader = search.boardId ? viewer : requireViewer(viewer, "read");
  const found = searchSql(reader, await resolveSearch(reader, search, "search."), "search.");
  const board = search.boardId && (await db().board.count({ where: { id: search.boardId, ...boardsVisibleTo(viewer) } }));
  return board === 0 ? null : found;
}

/** The sections of a gallery in the viewer's time zone; null when they can't see the board. */
export async function findSections(viewer: Viewer | null, timeZone: string, search: AskedSearch): Promise<Sections | null> {
  const dayOf = dayIn(timeZone);
  const found = await gallerySql(viewer, search);
  // As the installation, now that the viewer may see the board: row-level security would look at every row, and at columns that no index holds.
  return found && readAsInstallation(() => sectionsOf(found, search.boardId ?? null, dayOf));
}

async function sectionsOf(found: Prisma.Sql, boardId: string | null, dayOf: (ms: number) => string): Promise<Sections> {
  // One statement, so that the number and the counts are of the same moment.
  const [row] = await db().$queryRaw<{ number: bigint | null; slots: [ms: number, count: number, ratioSum: number][] | null }[]>`
    SELECT (SELECT last_number FROM boards.board_event_counters WHERE board_id = ${boardId}::uuid) AS number, json_agg(slot ORDER BY at) AS slots
    FROM (
      SELECT ${slot} AS at, json_build_array(${msOf(slot)}, count(*), ${ratioSum}) AS slot ${found} GROUP BY ${slot}
    ) AS slots`;
  const slots = (row?.slots ?? []).map(([startMs, count, ratioSum]): Slot => ({ start: boundAt(startMs), startMs, count, ratioSum }));
  const parts = await partsOf(
    found,
    slots.filter(({ count }) => count > sectionSize),
  );
  const sections = cutSections(
    slots.flatMap((each) => parts.get(each.startMs) ?? each),
    dayOf,
  );
  return { sections, totalCount: slots.reduce((sum, { count }) => sum + count, 0), eventNumber: Number(row?.number ?? 0) };
}

/** Width / height, 1 where it is not known; summed up. */
const ratioSum = Prisma.sql`sum(coalesce(g.width::float8 / nullif(g.height, 0), 1))`;

/** Slots that hold more than a section may, as parts that do not, by the slot's start. Batches stay whole. */
async function partsOf(found: Prisma.Sql, crowded: Slot[]): Promise<Map<number, Slot[]>> {
  const parts = new Map<number, Slot[]>();
  if (crowded.length === 0) return parts;
  const starts = crowded.map(({ startMs }) => new Date(startMs));
  const rows = await db().$queryRaw<{ slot: bigint; start: bigint; batch: string; count: number; ratio_sum: number }[]>`
    WITH batches AS (
      SELECT ${slot} AS slot, g.created_at, g.batch_id, count(*) AS count, ${ratioSum} AS ratio_sum ${found}
        AND ${slot} = ANY(${starts}::timestamptz[]) AND g.created_at >= ${starts[0]} AND g.created_at < ${starts.at(-1)}::timestamptz + ${`${slotMs} ms`}::interval
      GROUP BY 1, 2, 3
    ), counted AS (
      SELECT *, div(sum(count) OVER (PARTITION BY slot ORDER BY created_at, batch_id) - count, ${splitEvery}) AS part FROM batches
    )
    SELECT ${msOf(Prisma.sql`slot`)} AS slot, ${msOf(Prisma.sql`min(created_at)`)} AS start, (array_agg(batch_id ORDER BY created_at, batch_id))[1]::text AS batch,
      sum(count)::int AS count, sum(ratio_sum) AS ratio_sum
    FROM counted GROUP BY slot, part ORDER BY slot, part`;
  for (const { slot, start, batch, count, ratio_sum } of rows) {
    const startMs = Number(slot);
    const known = parts.get(startMs) ?? [];
    // The first part begins with its slot, so that nothing lies before it.
    const bound = known.length === 0 ? boundAt(startMs) : boundAt(Number(start), batch);
    parts.set(startMs, [...known, { start: bound, startMs, count, ratioSum: ratio_sum }]);
  }
  return parts;
}
