import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import type { ArchiveManifest } from "@/lib/curation/board-archives/archive-format";
import { type ExportedRow, exportRows, type OpenFile, type PartResults } from "@/lib/curation/board-archives/export-rows";
import { findExported } from "@/lib/curation/board-archives/find-exported";
import { openerFor } from "@/lib/curation/board-archives/prompt-inside";
import { manifestFile } from "@/lib/curation/board-archives/write-archive";
import { type ZipEntry, type ZipFile, zipDirectory, zipEntries } from "@/lib/curation/board-archives/write-zip";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";

/**
 * Up to 200 results as an archive that is written while it is read; those that are not finished, or have lost their file, are left out.
 * `embedPrompts` writes prompt and settings into the PNGs, too.
 */
export async function streamArchive(viewer: Viewer, ids: string[], { embedPrompts = false } = {}): Promise<Readable> {
  const rows = await findExported(viewer, ids);
  const board = { id: randomUUID(), title: say("reasons.archive.searchTitle"), description: null };
  return Readable.from(bytesOf(rows, board, openerFor({ embedPrompts })), { objectMode: false });
}

async function* bytesOf(rows: ExportedRow[], board: ArchiveManifest["board"], open: OpenFile): AsyncGenerator<Uint8Array> {
  const entries: ZipEntry[] = [];
  let offset = 0;
  for await (const chunk of zipEntries(filesOf(rows, board, open), (entry) => entries.push(entry))) {
    offset += chunk.byteLength;
    yield chunk;
  }
  yield* zipDirectory(Readable.from(entries), offset);
}

async function* filesOf(rows: ExportedRow[], board: ArchiveManifest["board"], open: OpenFile): AsyncGenerator<ZipFile> {
  const results: ArchiveManifest["results"] = [];
  const onResults = (part: PartResults | null) => void (part && results.push(part));
  yield* exportRows(rows, 0, onResults, open);
  yield* manifestFile(board, results);
}
