import { rememberSentFile } from "@/lib/generations/artifacts/sent-file";
import { tooLarge } from "@/lib/generations/artifacts/store-artifact";
import { findBoardToUploadTo, rowOfUpload } from "@/lib/generations/artifacts/upload-artifact";
import { openUploadTicket, type UploadTicket } from "@/lib/generations/artifacts/upload-ticket";
import { appendEvent, payloadOf } from "@/lib/generations/progress/append-event";
import { admitGenerations, queueKeyOfUploads } from "@/lib/generations/queue-slots";
import { indexGenerations } from "@/lib/generations/search-index/index-generations";
import { generationsVisibleTo } from "@/lib/identity/access/board-policy";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { BoardsError } from "@/lib/platform/errors";
import { afterAnswer } from "@/lib/platform/http/after-answer";
import { countAgainst } from "@/lib/platform/limits/rate-limits";
import { currentStorage } from "@/lib/platform/storage/current-storage";
import { folderOf } from "@/lib/platform/storage/storage-key";
import { checkStorageLimits } from "@/lib/spending/storage-limits/check-storage-limits";

/**
 * Puts what was sent on the board, for the viewer who announced it, to be checked by a run: no byte of it is read here. However often it is
 * confirmed, one generation is the answer, as it is by then.
 */
export async function confirmUpload(viewer: Viewer, ticket: string) {
  const upload = openUploadTicket(ticket);
  const { id, key, userId } = upload;
  if (userId !== viewer.userId) throw new BoardsError("upload.ticket_invalid");
  await countAgainst("uploadTicket", userId);
  const made = () => db().generation.findFirst({ where: { id, ...generationsVisibleTo(viewer) } });
  const earlier = await made();
  if (earlier) return earlier;
  try {
    await findWhole(viewer, upload);
    const generation = await insert(viewer, upload);
    await afterAnswer(admitGenerations);
    return generation;
  } catch (error) {
    // Confirmed twice at the same moment: whoever came second finds the generation there.
    const generation = await made();
    if (generation) return generation;
    // What was sent is kept through trouble that passes: it can be confirmed again.
    if (error instanceof BoardsError && !error.row.retry) await currentStorage().deleteFolder(folderOf(key));
    throw error;
  }
}

/** Asks the storage whether all of the file has come, and whether there is room for it. */
async function findWhole(viewer: Viewer, { key, partsId, sizeBytes }: UploadTicket): Promise<void> {
  if (partsId) await currentStorage().closeUpload(key, partsId);
  const sent = await currentStorage().stat(key);
  if (!sent || (sizeBytes !== undefined && sent.sizeBytes !== sizeBytes)) throw new BoardsError("upload.ticket_invalid");
  if (sent.sizeBytes > env().maxUploadSizeBytes) throw tooLarge(env().maxUploadSizeBytes);
  await checkStorageLimits(viewer, sent.sizeBytes);
}

async function insert(viewer: Viewer, { boardId, key, filename, ...upload }: UploadTicket) {
  const board = await findBoardToUploadTo(viewer, boardId);
  const file = { storageKey: key };
  const data = await rowOfUpload(viewer, board, { ...upload, source: { file, ...(filename ? { filename } : {}) } });
  const { id: batchId, tenantId, userId } = data;
  return db().$transaction(async (tx) => {
    const generation = await tx.generation.create({ data });
    await rememberSentFile(tx, generation.id, file);
    await indexGenerations(tx, [generation]);
    await tx.queueSlot.create({ data: { batchId, tenantId, userId, ...queueKeyOfUploads() } });
    await appendEvent(tx, { boardId, generationId: generation.id, type: "created", payload: payloadOf(generation) });
    return generation;
  });
}
