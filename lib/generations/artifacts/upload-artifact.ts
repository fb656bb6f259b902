import { v7 as uuidv7 } from "uuid";
import { findBoardFor } from "@/lib/boards/find-board";
import { cleanFilename } from "@/lib/generations/artifacts/clean-filename";
import { describeArtifact } from "@/lib/generations/artifacts/describe-artifact";
import { fetchRemoteFile } from "@/lib/generations/artifacts/fetch-remote-file";
import { type SentFile, storeArtifact } from "@/lib/generations/artifacts/store-artifact";
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
import type { Board } from "@/prisma/generated/client";

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

/** As `uploadArtifact`, on a board of `findBoardToUploadTo`, for what was counted when it was announced, under the id that it was given then. */
export async function putOnBoard(
  viewer: Viewer,
  board: Pick<Board, "id" | "tenantId">,
  { id = uuidv7(), ...upload }: Omit<Upload, "boardId"> & { id?: string },
) {
  const { artifactType, source } = upload;
  const boardId = board.id;
  const parent = await findParent(viewer, upload.parentGenerationId);
  const maxBytes = env().maxUploadSizeBytes;
  const file = "url" in source ? await fetchRemoteFile(source.url, { maxBytes }) : source.file;

  const stored = await storeArtifact({ tenantId: board.tenantId, boardId, artifactId: id, artifactType, source: file, from: "upload", maxBytes });
  try {
    const { facts, problem, metadata, ...previews } = await describeArtifact(stored.storageKey, artifactType);
    if (problem) throw new BoardsError("artifact.unreadable", { field: "file", message: problem });
    const { mimeType, storageKey, contentHash, sizeBytes } = stored;
    const now = new Date();
    const data = {
      ...facts,
      ...previews,
      id,
      batchId: id,
      tenantId: board.tenantId,
      boardId,
      userId: viewer.userId,
      generatorName: uploadNameOf(artifactType),
      artifactType,
      inputParams: {
        upload_source: "url" in source ? "url" : "file",
        original_filename: cleanFilename(source.filename),
        source_url: "url" in source ? source.url : null,
        user_description: upload.userDescription ? cutText(upload.userDescription, 2000) : null,
      },
      outputMetadata: { file_size: sizeBytes, mime_type: mimeType, upload_timestamp: now.toISOString(), ...metadata },
      inputArtifacts: parent ? [{ generation_id: parent.id, role: "parent", artifact_type: parent.artifactType }] : [],
      status: "completed",
      phase: "finalizing",
      progress: 100,
      startedAt: now,
      completedAt: now,
      storageKey,
      contentHash,
      mimeType,
      fileSizeBytes: sizeBytes,
    };
    return await db().$transaction(async (tx) => {
      const generation = await tx.generation.create({ data });
      await checkStoredBytes(tx, viewer, sizeBytes);
      await indexGenerations(tx, [generation]);
      await appendEvent(tx, { boardId, generationId: id, type: "completed", payload: payloadOf(generation) });
      return generation;
    });
  } catch (error) {
    await deleteArtifactFiles(stored.storageKey);
    throw error;
  }
}

async function findParent(viewer: Viewer, id: string | null | undefined) {
  if (!id) return null;
  const parent = await db().generation.findFirst({ where: { id, ...generationsVisibleTo(viewer) }, select: { id: true, artifactType: true } });
  if (!parent) throw new BoardsError("generation.not_found", { message: say("reasons.generation.parentMissing"), field: "parentGenerationId" });
  return parent;
}
