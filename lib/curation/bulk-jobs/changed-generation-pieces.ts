import * as z from "zod";
import { generationChange } from "@/lib/curation/bulk-jobs/generation-change";
import { wayOf } from "@/lib/curation/bulk-jobs/generation-changes";
import { writeInverses } from "@/lib/curation/bulk-jobs/inverse-changes";
import { namedSql } from "@/lib/curation/bulk-jobs/named-generations";
import type { Pieces, Work } from "@/lib/curation/bulk-jobs/pieces";
import { addUpOwnCounts } from "@/lib/generations/add-up-counts";
import { countFound } from "@/lib/generations/search/search-generations";
import { type GenerationSearch, searchSql } from "@/lib/generations/search/search-sql";
import { db } from "@/lib/platform/db/client";
import { Prisma } from "@/prisma/generated/client";

const argumentsOf = z.object({
  search: z.looseObject({ createdAfter: z.coerce.date().nullish(), createdBefore: z.coerce.date().nullish() }),
  change: generationChange,
  ids: z.array(z.uuid()).nullish(),
  exceptIds: z.array(z.uuid()).nullish(),
});

function readArguments({ job, viewer }: Work) {
  const { search, change, ...named } = argumentsOf.parse(job.arguments);
  const { createdBefore } = search;
  // What is made or copied after the job was started is not meant.
  const before = createdBefore && createdBefore < job.createdAt ? createdBefore : job.createdAt;
  const wanted: GenerationSearch = { ...search, createdBefore: before, isTrashed: change.kind === "restore" };
  return { change, found: Prisma.sql`${searchSql(viewer, wanted)} AND ${namedSql(named)}` };
}

/** What a search finds, from the oldest to the newest: each is looked at once. */
export const changedGenerationPieces: Pieces = {
  count: (work) => countFound(readArguments(work).found),
  doNext: async (work, moveOn) => {
    const { change, found } = readArguments(work);
    const { viewer, job } = work;
    const way = wayOf(change);
    await way.check?.(viewer, change);
    const page = await db().$queryRaw<{ id: string; createdAt: Date }[]>`
      SELECT g.id::text, g.created_at AS "createdAt" ${found} AND ${beyond(job.cursorCreatedAt, job.cursorId)}
      ORDER BY g.created_at, g.id LIMIT ${way.atOnce}`;
    const cursor = page.at(-1);
    if (!cursor) return false;
    const rows = await db().generation.findMany({
      where: { id: { in: page.map(({ id }) => id) } },
      include: { board: { include: { members: { where: { userId: viewer.userId } } } } },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    });
    const verdicts = await Promise.all(rows.map((row) => way.may(viewer, row, change)));
    const allowed = rows.filter((_row, index) => verdicts[index]);
    const advance = { done: page.length, skipped: page.length - allowed.length, cursor };
    const boardIds = new Set([...allowed.map(({ boardId }) => boardId), ...("boardId" in change ? [change.boardId] : [])]);
    const inverses = (await way.inverse?.(viewer, allowed, change)) ?? [];
    if (allowed.length > 0)
      await way.apply(viewer, allowed, change, async (tx) => {
        await writeInverses(tx, job, inverses);
        await addUpOwnCounts(tx, [...boardIds]);
        await moveOn(tx, advance);
      });
    else await db().$transaction((tx) => moveOn(tx, advance));
    return page.length === way.atOnce;
  },
};

const beyond = (createdAt: Date | null, id: string | null): Prisma.Sql =>
  createdAt && id ? Prisma.sql`(g.created_at, g.id) > (${createdAt}::timestamptz, ${id}::uuid)` : Prisma.sql`true`;
