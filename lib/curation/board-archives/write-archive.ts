import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { type ArchiveManifest, archiveVersion, manifestName } from "@/lib/curation/board-archives/archive-format";
import { archiveKey, partFactsKey, partsFolder } from "@/lib/curation/board-archives/archive-keys";
import { once, type PartResults } from "@/lib/curation/board-archives/export-rows";
import { type ZipEntry, type ZipFile, zipDirectory, zipEntries } from "@/lib/curation/board-archives/write-zip";
import { currentStorage } from "@/lib/platform/storage/current-storage";
import type { BulkJob } from "@/prisma/generated/client";

/** What is known of a part that was written: its entries stand in the file at `key`. */
export interface PartFacts {
  key: string;
  /** How many results were looked at for it. */
  looked: number;
  sizeBytes: number;
  entries: ZipEntry[];
  results: PartResults | null;
}

type Job = Pick<BulkJob, "id" | "createdAt" | "done">;

/** Makes one archive of the parts of an export and deletes them; doing it twice changes nothing. `onPart` is called before each. */
export async function writeArchive(job: Job, board: ArchiveManifest["board"], onPart: () => Promise<unknown>): Promise<void> {
  if (await currentStorage().stat(archiveKey(job))) return;
  try {
    await currentStorage().write(archiveKey(job), Readable.from(wholeArchive(job, board, onPart)));
  } catch (error) {
    // Whoever was faster has finished the archive, and deleted its parts while this one read them.
    if (!(await currentStorage().stat(archiveKey(job)))) throw error;
  }
  await currentStorage().deleteFolder(partsFolder(job));
}

async function* wholeArchive(job: Job, board: ArchiveManifest["board"], onPart: () => Promise<unknown>): AsyncGenerator<Uint8Array> {
  const results: ArchiveManifest["results"] = [];
  let offset = 0;
  for await (const part of partsOf(job)) {
    await onPart();
    yield* (await currentStorage().read(part.key)) as AsyncIterable<Uint8Array>;
    offset += part.sizeBytes;
    if (part.results) results.push(part.results);
  }
  const last: ZipEntry[] = [];
  const startsAt = offset;
  for await (const chunk of zipEntries(manifestFile(board, results), (entry) => last.push(entry))) {
    offset += chunk.byteLength;
    yield chunk;
  }
  yield* zipDirectory(allEntries(job, { entries: last, startsAt }), offset);
}

/** The entry that says what an archive holds. */
export async function* manifestFile(board: ArchiveManifest["board"], results: ArchiveManifest["results"]): AsyncGenerator<ZipFile> {
  const manifest: ArchiveManifest = { format: "boards-archive", version: archiveVersion, exportedAt: new Date().toISOString(), board, results };
  const text = Buffer.from(JSON.stringify(manifest));
  yield { name: manifestName, sizeBytes: text.length, bytes: once(text) };
}

/** Every entry with its place in the whole, of one part after the other: never are all in memory. */
async function* allEntries(job: Job, last: { entries: ZipEntry[]; startsAt: number }): AsyncGenerator<ZipEntry> {
  let before = 0;
  for await (const { entries, sizeBytes } of partsOf(job)) {
    for (const entry of entries) yield { ...entry, offset: entry.offset + before };
    before += sizeBytes;
  }
  for (const entry of last.entries) yield { ...entry, offset: entry.offset + last.startsAt };
}

async function* partsOf(job: Job): AsyncGenerator<PartFacts> {
  for (let done = 0; done < job.done; ) {
    const part = JSON.parse((await buffer(await currentStorage().read(partFactsKey(job, done)))).toString("utf8")) as PartFacts;
    yield part;
    done += part.looked;
  }
}
