import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import * as z from "zod";
import { bounds } from "@/lib/curation/board-archives/archive-format";
import { archiveKey, partFactsKey, partsFolder } from "@/lib/curation/board-archives/archive-keys";
import { exportedColumns, exportRows, type PartResults } from "@/lib/curation/board-archives/export-rows";
import { openerFor } from "@/lib/curation/board-archives/prompt-inside";
import { type PartFacts, writeArchive } from "@/lib/curation/board-archives/write-archive";
import { type ZipEntry, zipEntries } from "@/lib/curation/board-archives/write-zip";
import { namedSql } from "@/lib/curation/bulk-jobs/named-generations";
import type { Pieces, Work } from "@/lib/curation/bulk-jobs/pieces";
import { countFound } from "@/lib/generations/search/search-generations";
import { searchSql } from "@/lib/generations/search/search-sql";
import { boardIsFamiliarSql } from "@/lib/identity/access/board-policy";
import { db } from "@/lib/platform/db/client";
import { currentStorage } from "@/lib/platform/storage/current-storage";
import { Prisma } from "@/prisma/generated/client";

/** A part is begun anew after a crash: it ends after so many bytes of media, or of what describes them. */
const mostBytes = { media: 268_435_456, described: 8_388_608 };

const argumentsOf = z.object({
  search: z.looseObject({ createdAfter: z.coerce.date().nullish(), createdBefore: z.coerce.date().nullish() }),
  ids: z.array(z.uuid()).nullish(),
  exceptIds: z.array(z.uuid()).nullish(),
  /** Exports that were begun before it was asked for don't say it. */
  embedPrompts: z.boolean().default(false),
  boardId: z.uuid().nullable(),
  title: z.string(),
  description: z.string().nullable(),
});

function findFor({ job, viewer }: Work): Prisma.Sql {
  const { search, ids, exceptIds } = argumentsOf.parse(job.arguments);
  const { createdBefore } = search;
  const before = createdBefore && createdBefore < job.createdAt ? createdBefore : job.createdAt;
  const found = searchSql(viewer, { ...search, createdBefore: before, isTrashed: false });
  return Prisma.sql`${found} AND ${namedSql({ ids, exceptIds })} AND g.status = 'completed' AND ${boardIsFamiliarSql(viewer)}`;
}

/** What a search finds, from the oldest to the newest, as parts of an archive; and last the archive that they make. */
export const exportedPieces: Pieces = {
  count: (work) => countFound(findFor(work)),
  doNext: async (work, moveOn) => {
    const { job } = work;
    const page = await nextPage(work);
    const cursor = page.at(-1);
    if (!cursor) {
      const { boardId, title, description } = argumentsOf.parse(job.arguments);
      await writeArchive(job, { id: boardId ?? job.id, title, description }, () => stillAtIt(job.id));
      return false;
    }
    const count = await writePart(work, page);
    await db()
      .$transaction((tx) => moveOn(tx, { done: page.length, skipped: page.length - count, cursor }))
      // Whoever was faster may have finished the archive, and deleted the parts before this one was written.
      .catch(async (error) => {
        if (await currentStorage().stat(archiveKey(job))) await currentStorage().deleteFolder(partsFolder(job));
        throw error;
      });
    return true;
  },
};

interface Found {
  id: string;
  createdAt: Date;
  media: number;
  described: number;
}

async function nextPage(work: Work): Promise<Found[]> {
  const { cursorCreatedAt, cursorId } = work.job;
  const beyond =
    cursorCreatedAt && cursorId ? Prisma.sql`(g.created_at, g.id) > (${cursorCreatedAt}::timestamptz, ${cursorId}::uuid)` : Prisma.sql`true`;
  const found = await db().$queryRaw<Found[]>`
    SELECT g.id::text, g.created_at AS "createdAt", coalesce(g.file_size_bytes, 0)::float8 AS media, length(g.input_params::text)::float8 AS described
    ${findFor(work)} AND ${beyond} ORDER BY g.created_at, g.id LIMIT ${bounds.resultsPerPart}`;
  const sums = { media: 0, described: 0 };
  const end = found.findIndex((each, index) => {
    sums.media += each.media;
    sums.described += each.described;
    return index > 0 && (sums.media > mostBytes.media || sums.described > mostBytes.described);
  });
  return end < 0 ? found : found.slice(0, end);
}

/** Writes the next part and answers how many results it holds. */
async function writePart({ job, viewer }: Work, page: Found[]): Promise<number> {
  const rows = await db().generation.findMany({
    where: { id: { in: page.map(({ id }) => id) } },
    include: exportedColumns(viewer.userId),
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const entries: ZipEntry[] = [];
  const kept: { results: PartResults | null } = { results: null };
  const onResults = (results: PartResults | null) => {
    kept.results = results;
  };
  const files = exportRows(rows, job.done, onResults, openerFor(argumentsOf.parse(job.arguments)));
  // Under a name of its own: should two write this part at once, the facts that are written last name the file that belongs to them.
  const key = `${partsFolder(job)}/${randomUUID()}.zip`;
  const { sizeBytes } = await currentStorage().write(key, Readable.from(zipEntries(files, (entry) => entries.push(entry))));
  const facts: PartFacts = { key, looked: page.length, sizeBytes, entries, results: kept.results };
  await currentStorage().write(partFactsKey(job, job.done), Buffer.from(JSON.stringify(facts)));
  return kept.results?.count ?? 0;
}

/** Says that a job is not lost while its archive is written, which may take long. */
const stillAtIt = (id: string) => db().bulkJob.updateMany({ where: { id, state: "running" }, data: { updatedAt: new Date() } });
