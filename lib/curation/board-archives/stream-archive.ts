import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import type { ArchiveManifest } from "@/lib/curation/board-archives/archive-format";
import { type ExportedRow, exportedColumns, exportRows } from "@/lib/curation/board-archives/export-rows";
import { manifestFile } from "@/lib/curation/board-archives/write-archive";
import { type ZipEntry, type ZipFile, zipDirectory, zipEntries } from "@/lib/curation/board-archives/write-zip";
import { findMany } from "@/lib/generations/find-many";
import { boardsFamiliarTo } from "@/lib/identity/access/board-policy";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";

/**
 * Up to 200 results as an archive that is written while it is read; those that are not finished, or have lost their file, are left out. For people
 * on their boards, as an export is.
 */
export async function streamArchive(viewer: Viewer, ids: string[]): Promise<Readable> {
  const wanted = (await findMany(viewer, ids, () => true)).map(({ id }) => id);
  const rows = await db().generation.findMany({
    where: { id: { in: wanted }, board: boardsFamiliarTo(viewer) },
    include: { ...exportedColumns(viewer.userId) },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  if (rows.length < wanted.length) throw new BoardsError("board.forbidden", { message: say("reasons.archive.exportDenied") });
  const board = { id: randomUUID(), title: say("reasons.archive.searchTitle"), description: null };
  return Readable.from(bytesOf(rows, board), { objectMode: false });
}

async function* bytesOf(rows: ExportedRow[], board: ArchiveManifest["board"]): AsyncGenerator<Uint8Array> {
  const entries: ZipEntry[] = [];
  let offset = 0;
  for await (const chunk of zipEntries(filesOf(rows, board), (entry) => entries.push(entry))) {
    offset += chunk.byteLength;
    yield chunk;
  }
  yield* zipDirectory(Readable.from(entries), offset);
}

async function* filesOf(rows: ExportedRow[], board: ArchiveManifest["board"]): AsyncGenerator<ZipFile> {
  const results: ArchiveManifest["results"] = [];
  const finished = rows.filter(({ status }) => status === "completed");
  yield* exportRows(finished, 0, (part) => {
    if (part) results.push(part);
  });
  yield* manifestFile(board, results);
}
