import { createHash } from "node:crypto";
import { type ArchivedResult, mediaName, resultsName } from "@/lib/curation/board-archives/archive-format";
import type { ZipFile } from "@/lib/curation/board-archives/write-zip";
import { extensionOf } from "@/lib/generations/artifacts/accepted-types";
import { isSimulated } from "@/lib/generations/artifacts/notes-of-file";
import { currentStorage } from "@/lib/platform/storage/current-storage";
import type { Prisma } from "@/prisma/generated/client";

/** What an archive needs of a row: its tags, and the marks of who exports. */
export const exportedColumns = (userId: string) =>
  ({
    tags: { select: { tag: { select: { name: true, metadata: true } } }, orderBy: { tagId: "asc" } },
    marks: { where: { userId }, select: { isStarred: true, rating: true } },
  }) satisfies Prisma.GenerationInclude;

/** A row with what an archive needs. */
export type ExportedRow = Prisma.GenerationGetPayload<{ include: ReturnType<typeof exportedColumns> }>;

/** What a part tells of its results' entry. */
export interface PartResults {
  path: string;
  sha256: string;
  count: number;
}

/** How the file of a row is put into an archive. */
export type OpenFile = (row: ExportedRow, stored: { key: string; sizeBytes: number }) => Promise<Pick<ZipFile, "sizeBytes" | "bytes">>;

/** As it is. */
export const asStored: OpenFile = async (_row, { key, sizeBytes }) => ({ sizeBytes, bytes: await currentStorage().read(key) });

/**
 * The files of these rows, and after them the entry that describes them, with checksums of what was really read. A row whose file is gone is left
 * out. `onResults` hears of the last entry, or of null when no row has a file.
 */
export async function* exportRows(
  rows: ExportedRow[],
  number: number,
  onResults: (results: PartResults | null) => void,
  open: OpenFile,
): AsyncGenerator<ZipFile> {
  const described: ArchivedResult[] = [];
  for (const row of rows) {
    const stat = row.storageKey && (await currentStorage().stat(row.storageKey));
    if (!row.storageKey || !stat || stat.sizeBytes === 0) continue;
    const path = mediaName(row.id, extensionOf(row.mimeType ?? ""));
    const hash = createHash("sha256");
    const { sizeBytes, bytes } = await open(row, { key: row.storageKey, sizeBytes: stat.sizeBytes });
    yield { name: path, sizeBytes, bytes: hashed(bytes, hash) };
    described.push({ ...describeRow(row), file: { path, sha256: hash.digest("hex"), sizeBytes } });
  }
  if (described.length === 0) return onResults(null);
  const text = Buffer.from(JSON.stringify(described));
  const path = resultsName(number);
  yield { name: path, sizeBytes: text.length, bytes: once(text) };
  onResults({ path, sha256: createHash("sha256").update(text).digest("hex"), count: described.length });
}

/** Bytes that are there already, as a zip takes them. */
export async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function* hashed(bytes: AsyncIterable<Uint8Array>, hash: ReturnType<typeof createHash>): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    hash.update(chunk);
    yield chunk;
  }
}

interface LineageEntry {
  generation_id: string;
  role: string;
  artifact_type: string;
}

/** What an archive tells of a row, without its file. */
export function describeRow(row: ExportedRow): Omit<ArchivedResult, "file"> {
  const [mark] = row.marks;
  return {
    id: row.id,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    completedAt: row.completedAt?.toISOString() ?? null,
    generator: row.madeByGenerator ?? row.generatorName,
    artifactType: row.artifactType as ArchivedResult["artifactType"],
    inputParams: row.inputParams as ArchivedResult["inputParams"],
    inputs: (row.inputArtifacts as unknown as LineageEntry[]).map((each) => ({
      id: each.generation_id,
      role: each.role,
      artifactType: each.artifact_type,
    })),
    regeneratedFrom: row.regeneratedFromId,
    isSimulated: isSimulated(row),
    tags: row.tags.map(({ tag }) => ({ name: tag.name, metadata: tag.metadata as Record<string, unknown> })),
    isStarred: mark?.isStarred ?? false,
    rating: mark?.rating ?? null,
  };
}
