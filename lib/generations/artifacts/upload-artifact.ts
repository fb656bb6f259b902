import { v7 as uuidv7 } from "uuid";
import { findBoardFor } from "@/lib/boards/find-board";
import { cleanFilename } from "@/lib/generations/artifacts/clean-filename";
import { describeArtifact } from "@/lib/generations/artifacts/describe-artifact";
import { fetchRemoteFile } from "@/lib/generations/artifacts/fetch-remote-file";
import { type SentFile, storeAndRead } from "@/lib/generations/artifacts/store-artifact";
import { uploadNameOf } from "@/lib/generations/artifacts/upload-name";
import { appendEvent, payloadOf } from "@/lib/generations/progress/append-event";
import { indexGenerations } from "@/lib/generations/search-index/index-generations";
import type { ArtifactSource, ArtifactType } from "@/lib/generators/contract/define-generator";
import { generationsVisibleTo } from "@/lib/identity/access/board-policy";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { BoardsError } from "@/lib/platform/errors";
import { countAgainst } from "@/lib/platform/limits/rate-limits";
import { deleteArtifactFiles } from "@/lib/platform/storage/delete-artifact-files";
import { cutText } from "@/lib/platform/text/characters";
import { checkStorageLimits, checkStoredBytes } from "@/lib/spending/storage-limits/check-storage-limits";
import type { Board, Generation } from "@/prisma/generated/client";

/** A file to put onto a board: at hand, streaming in, in the storage, or at a public address. */
export interface Upload {
  boardId: string;
  artifactType: ArtifactType;
  source: { file: ArtifactSource | SentFile; filename?: string } | { url: string; filename?: string };
  userDescription?: string | null;
  parentGenerationId?: string | null;
}

/** Stores a file as a completed generation. When anything is wrong with it, no row and no file stays. */
export async function uploadArtifact(viewer: Viewer, upload: Upload) {
  const board = await findBoardToUploadTo(viewer, upload.boardId);
  await checkStorageLimits(viewer, null);
  await countAgainst("upload", viewer.accountId);
  return putOnBoard(viewer, board, upload);
}

/** The board, if the viewer may put files onto it. */
export const findBoardToUploadTo = (viewer: Viewer, boardId: string) =>
  findBoardFor(viewer, "generate", boardId, say("reasons.artifact.uploadDenied"));

/** As `uploadArtifact`, on a board of `findBoardToUploadTo`, for what is not counted. */
export async function putOnBoard(viewer: Viewer, board: Pick<Board, "id" | "tenantId">, upload: Omit<Upload, "boardId">) {
  const row = await rowOfUpload(viewer, board, upload);
  const { source } = upload;
  const file = "url" in source ? await fetchRemoteFile(source.url, { maxBytes: env().maxUploadSizeBytes }) : source.file;
  const { columns, sizeBytes } = await storeUpload(row, upload.artifactType, file);
  try {
    return await db().$transaction(async (tx) => {
      const generation = await tx.generation.create({ data: { ...row, ...columns, startedAt: columns.completedAt } });
      await checkStoredBytes(tx, viewer, sizeBytes);
      await indexGenerations(tx, [generation]);
      await appendEvent(tx, { boardId: board.id, generationId: row.id, type: "completed", payload: payloadOf(generation) });
      return generation;
    });
  } catch (error) {
    await deleteArtifactFiles(columns.storageKey);
    throw error;
  }
}

/** An upload's row as it is before its file has been looked at, under the id that it was given when it was announced. */
export async function rowOfUpload(
  viewer: Viewer,
  board: Pick<Board, "id" | "tenantId">,
  { id = uuidv7(), artifactType, source, ...upload }: Omit<Upload, "boardId"> & { id?: string },
) {
  const parent = await findParent(viewer, upload.parentGenerationId);
  return {
    id,
    batchId: id,
    tenantId: board.tenantId,
    boardId: board.id,
    userId: viewer.userId,
    generatorName: uploadNameOf(artifactType),
    artifactType,
    inputParams: {
      upload_source: "url" in source ? "url" : "file",
      original_filename: cleanFilename(source.filename),
      source_url: "url" in source ? source.url : null,
      user_description: upload.userDescription ? cutText(upload.userDescription, 2000) : null,
    },
    inputArtifacts: parent ? [{ generation_id: parent.id, role: "parent", artifact_type: parent.artifactType }] : [],
  };
}

/**
 * Stores an upload's file, once it has shown what it is, and makes its previews; answers the columns of its row as they are when it is completed.
 * What is refused leaves nothing behind.
 */
export async function storeUpload(
  { id, tenantId, boardId }: Pick<Generation, "id" | "tenantId" | "boardId">,
  artifactType: ArtifactType,
  source: ArtifactSource | SentFile,
) {
  const artifact = { tenantId, boardId, artifactId: id, artifactType, source, from: "upload" as const, maxBytes: env().maxUploadSizeBytes };
  return storeAndRead(artifact, async ({ storageKey, contentHash, mimeType, sizeBytes }, path) => {
    const { facts, problem, metadata, ...previews } = await describeArtifact(storageKey, artifactType, path);
    if (problem) throw new BoardsError("artifact.unreadable", { field: "file", message: problem });
    const completedAt = new Date();
    const columns = {
      ...facts,
      ...previews,
      storageKey,
      contentHash,
      mimeType,
      fileSizeBytes: sizeBytes,
      outputMetadata: { file_size: sizeBytes, mime_type: mimeType, upload_timestamp: completedAt.toISOString(), ...metadata },
      status: "completed",
      phase: "finalizing",
      progress: 100,
      completedAt,
    };
    return { columns, sizeBytes };
  });
}

async function findParent(viewer: Viewer, id: string | null | undefined) {
  if (!id) return null;
  const parent = await db().generation.findFirst({ where: { id, ...generationsVisibleTo(viewer) }, select: { id: true, artifactType: true } });
  if (!parent) throw new BoardsError("generation.not_found", { message: say("reasons.generation.parentMissing"), field: "parentGenerationId" });
  return parent;
}
