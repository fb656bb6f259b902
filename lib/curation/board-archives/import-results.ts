import type { ArchivedResult } from "@/lib/curation/board-archives/archive-format";
import { importTags } from "@/lib/curation/board-archives/import-tags";
import { importedId, withImportedIds } from "@/lib/curation/board-archives/imported-id";
import { invalidArchive, type OpenEntry, withEntries } from "@/lib/curation/board-archives/read-archive";
import { addUpOwnCounts } from "@/lib/generations/add-up-counts";
import { describeArtifact } from "@/lib/generations/artifacts/describe-artifact";
import { storeArtifact } from "@/lib/generations/artifacts/store-artifact";
import { appendEvents, payloadOf } from "@/lib/generations/progress/append-event";
import { indexGenerations } from "@/lib/generations/search-index/index-generations";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db, type Transaction } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { BoardsError } from "@/lib/platform/errors";
import { deleteArtifactFiles } from "@/lib/platform/storage/delete-artifact-files";
import { checkStoredBytes } from "@/lib/spending/storage-limits/check-storage-limits";
import type { Prisma } from "@/prisma/generated/client";

/** Where results come from and go to. */
interface Import {
  viewer: Viewer;
  board: { id: string; tenantId: string };
  /** Of the archive in the storage. */
  key: string;
}

/**
 * Puts results of an archive onto a board, each once however often it is imported. Their files pass what uploads pass; what does not is left out. One
 * that is not the file that the archive describes ends the import. `alsoDo` belongs to the same transaction, and hears how many were left out.
 */
export async function importResults(
  to: Import,
  results: ArchivedResult[],
  alsoDo: (tx: Transaction, leftOut: number) => Promise<void>,
): Promise<void> {
  const { viewer, board, key } = to;
  const ids = results.map(({ id }) => importedId(board.id, id));
  const there = new Set((await db().generation.findMany({ where: { id: { in: ids } }, select: { id: true } })).map(({ id }) => id));
  const wanted = results.filter((_result, index) => !there.has(ids[index] ?? ""));
  const rows: ImportedRow[] = [];
  try {
    await withEntries(
      key,
      wanted.map(({ file }) => file.path),
      async (open) => {
        for (const result of wanted) {
          const row = await store(to, result, open);
          if (row) rows.push(row);
        }
      },
    );
    const stored = new Set(rows.map(({ id }) => id));
    const kept = wanted.filter(({ id }) => stored.has(importedId(board.id, id)));
    const tags = await importTags(viewer, kept);
    await db().$transaction(async (tx) => {
      await tx.generation.createMany({ data: await withOrigins(tx, board.id, rows, kept) });
      await checkStoredBytes(
        tx,
        viewer,
        rows.reduce((sum, { fileSizeBytes }) => sum + fileSizeBytes, 0),
      );
      await indexGenerations(tx, rows);
      await label(tx, to, kept, tags);
      await addUpOwnCounts(tx, [board.id]);
      await alsoDo(tx, results.length - rows.length);
      const payload = payloadOf({
        status: "completed",
        phase: "finalizing",
        progress: 100,
        progressMessage: null,
        errorCode: null,
        errorMessage: null,
      });
      await appendEvents(
        tx,
        rows.map(({ id }) => ({ boardId: board.id, generationId: id, type: "created" as const, payload })),
      );
    });
  } catch (error) {
    for (const { storageKey } of rows) await deleteArtifactFiles(storageKey);
    throw error;
  }
}

type ImportedRow = Prisma.GenerationCreateManyInput & { id: string; storageKey: string; fileSizeBytes: number };

const refusals = ["artifact.type_refused", "artifact.too_large", "artifact.unreadable"];

/** Stores the file of a result and answers its row; null for a file that would be no upload either. */
async function store({ viewer, board }: Import, result: ArchivedResult, open: OpenEntry): Promise<ImportedRow | null> {
  const { file, artifactType } = result;
  const id = importedId(board.id, result.id);
  const { entry, bytes } = await open(file.path);
  if (entry.uncompressedSize !== file.sizeBytes) throw invalidArchive(say("reasons.archive.size"), file.path);
  let storageKey: string | undefined;
  try {
    const maxBytes = env().maxUploadSizeBytes;
    if (file.sizeBytes > maxBytes) return null;
    const stored = await storeArtifact({
      tenantId: board.tenantId,
      boardId: board.id,
      artifactId: id,
      artifactType,
      source: bytes,
      from: "upload",
      maxBytes,
    });
    storageKey = stored.storageKey;
    if (stored.contentHash !== file.sha256) throw invalidArchive(say("reasons.archive.checksum"), file.path);
    const { facts, problem, metadata, ...previews } = await describeArtifact(storageKey, artifactType);
    if (problem) throw new BoardsError("artifact.unreadable", { message: problem });
    const { mimeType, sizeBytes, contentHash } = stored;
    const media = { storageKey, mimeType, contentHash, fileSizeBytes: sizeBytes };
    return {
      ...facts,
      ...previews,
      ...media,
      ...columnsOf(result, { id, boardId: board.id, tenantId: board.tenantId, userId: viewer.userId, metadata }),
    };
  } catch (error) {
    if (storageKey) await deleteArtifactFiles(storageKey);
    if (error instanceof BoardsError && refusals.includes(error.reason)) return null;
    throw error;
  } finally {
    bytes.destroy();
  }
}

/** The rows, each with what it was a regeneration of, where that is on the board. */
async function withOrigins(tx: Transaction, boardId: string, rows: ImportedRow[], results: ArchivedResult[]): Promise<ImportedRow[]> {
  const origins = new Map(
    results.flatMap(({ id, regeneratedFrom }) => (regeneratedFrom ? [[importedId(boardId, id), importedId(boardId, regeneratedFrom)]] : [])),
  );
  const found = await tx.generation.findMany({ where: { id: { in: [...origins.values()] }, boardId }, select: { id: true } });
  const there = new Set([...found, ...rows].map(({ id }) => id));
  return rows.map((row) => {
    const origin = origins.get(row.id);
    return { ...row, regeneratedFromId: origin && there.has(origin) ? origin : null };
  });
}

interface Place {
  id: string;
  boardId: string;
  tenantId: string;
  userId: string;
  metadata: object;
}

function columnsOf(result: ArchivedResult, { id, boardId, tenantId, userId, metadata }: Place) {
  const sources = new Set(result.inputs.map((input) => input.id));
  const now = new Date();
  const pastOf = (moment: string | null) => (moment === null ? null : new Date(Math.min(Date.parse(moment), now.getTime())));
  return {
    id,
    batchId: id,
    boardId,
    tenantId,
    userId,
    generatorName: result.generator,
    artifactType: result.artifactType,
    inputParams: withImportedIds(result.inputParams, boardId, sources) as Prisma.InputJsonObject,
    inputArtifacts: result.inputs.map((input) => ({
      generation_id: importedId(boardId, input.id),
      role: input.role,
      artifact_type: input.artifactType,
    })),
    outputMetadata: { ...metadata, ...(result.isSimulated ? { simulated: true } : {}), imported_from: result.id },
    status: "completed",
    phase: "finalizing",
    progress: 100,
    // It was paid for elsewhere.
    costUsd: 0,
    createdAt: pastOf(result.createdAt) ?? now,
    startedAt: pastOf(result.startedAt),
    completedAt: pastOf(result.completedAt) ?? now,
  };
}

/** Gives what was imported its tags, and the marks of whoever imports. */
async function label(tx: Transaction, { viewer, board }: Import, results: ArchivedResult[], tags: Map<string, string>): Promise<void> {
  const taggings = results.flatMap(({ id, tags: own }) =>
    own.flatMap(({ name }) => tags.get(name) ?? []).map((tagId) => ({ generationId: importedId(board.id, id), tagId })),
  );
  if (taggings.length > 0) await tx.generationTag.createMany({ data: taggings, skipDuplicates: true });
  const marks = results
    .filter(({ isStarred, rating }) => isStarred || rating !== null)
    .map(({ id, isStarred, rating }) => ({ userId: viewer.userId, generationId: importedId(board.id, id), isStarred, rating }));
  if (marks.length > 0) await tx.generationMark.createMany({ data: marks, skipDuplicates: true });
}
