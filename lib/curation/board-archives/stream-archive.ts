import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import type { ArchiveManifest } from "@/lib/curation/board-archives/archive-format";
import { type ExportedRow, exportedColumns, exportRows, type OpenFile, type PartResults } from "@/lib/curation/board-archives/export-rows";
import { withPromptInside } from "@/lib/curation/board-archives/prompt-inside";
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
 * on their boards, as an export is. `embedPrompts` writes prompt and settings into the PNGs, too.
 */
export async function streamArchive(viewer: Viewer, ids: string[], { embedPrompts = false } = {}): Promise<Readable> {
  const wanted = (await findMany(viewer, ids, () => true)).map(({ id }) => id);
  const rows = await db().generation.findMany({
    where: { id: { in: wanted }, board: boardsFamiliarTo(viewer) },
    include: { ...exportedColumns(viewer.userId) },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  if (rows.length < wanted.length) throw new BoardsError("board.forbidden", { message: say("reasons.archive.exportDenied") });
  const board = { id: randomUUID(), title: say("reasons.archive.searchTitle"), description: null };
  return Readable.from(bytesOf(rows, board, embedPrompts ? withPromptInside : undefined), { objectMode: false });
}

async function* bytesOf(rows: ExportedRow[], board: ArchiveManifest["board"], open: OpenFile | undefined): AsyncGenerator<Uint8Array> {
  const entries: ZipEntry[] = [];
  let offset = 0;
  for await (const chunk of zipEntries(filesOf(rows, board, open), (entry) => entries.push(entry))) {
    offset += chunk.byteLength;
    yield chunk;
  }
  yield* zipDirectory(Readable.from(entries), offset);
}

async function* filesOf(rows: ExportedRow[], board: ArchiveManifest["board"], open: OpenFile | undefined): AsyncGenerator<ZipFile> {
  const results: ArchiveManifest["results"] = [];
  const finished = rows.filter(({ status }) => status === "completed");
  const onResults = (part: PartResults | null) => void (part && results.push(part));
  yield* exportRows(finished, 0, onResults, open);
  yield* manifestFile(board, results);
}
