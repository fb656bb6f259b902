import type { Readable } from "node:stream";
import { v7 as uuidv7 } from "uuid";
import { arrivingBytes } from "@/lib/generations/artifacts/arriving-bytes";
import { assertExtension } from "@/lib/generations/artifacts/assert-extension";
import { findBoardToUploadTo, type Upload } from "@/lib/generations/artifacts/upload-artifact";
import { openUploadTicket, sealUploadTicket } from "@/lib/generations/artifacts/upload-ticket";
import { boardsMadeOnBy } from "@/lib/identity/access/board-policy";
import { say } from "@/lib/messages/say";
import { currentRequest } from "@/lib/platform/caller/request-context";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { readAsInstallation } from "@/lib/platform/db/tenant-scope";
import { env } from "@/lib/platform/env";
import { BoardsError } from "@/lib/platform/errors";
import { countAgainst } from "@/lib/platform/limits/rate-limits";
import { currentStorage } from "@/lib/platform/storage/current-storage";
import { storageFor } from "@/lib/platform/storage/route-file";
import { folderIn } from "@/lib/platform/storage/storage-key";
import { formatBytes } from "@/lib/platform/text/format-bytes";
import { checkStorageLimits } from "@/lib/spending/storage-limits/check-storage-limits";

const validityMs = 3600 * 1000;
const folder = "uploads";

type Announced = Omit<Upload, "source"> & { filename?: string | undefined; sizeBytes?: number | undefined };

const dayOf = (time: Date) => time.toISOString().slice(0, 10);

/**
 * Announces an upload and answers the ticket that it needs, for an hour, and where in the storage its bytes go, unless they have to come by
 * this server. Nothing is on the board before it is confirmed.
 */
export async function announceUpload(viewer: Viewer, { boardId, artifactType, filename, sizeBytes, userDescription, parentGenerationId }: Announced) {
  const { tenantId } = await findBoardToUploadTo(viewer, boardId);
  if (sizeBytes && sizeBytes > env().maxUploadSizeBytes)
    throw new BoardsError("artifact.too_large", {
      message: say("reasons.artifact.tooLarge", { limit: formatBytes(env().maxUploadSizeBytes) }),
      field: "size_bytes",
    });
  if (filename) assertExtension(filename, "filename");
  await checkStorageLimits(viewer, sizeBytes ?? null);
  await countAgainst("upload", viewer.accountId);
  const expiresAt = new Date(Date.now() + validityMs);
  const id = uuidv7();
  // Where the file will stay, so that it is only copied inside of that storage.
  const storage = storageFor({ artifactType, tenantId, boardId, sizeBytes });
  const key = `${folderIn(storage, `${folder}/${dayOf(new Date())}/${id}`)}/original`;
  const apiKeyId = currentRequest().apiKeyId ?? undefined;
  // The storage takes only what has the size that was announced.
  const place = sizeBytes ? await currentStorage().openUpload(key, { sizeBytes, expiresAt }) : null;
  const partsId = place?.partsId ?? undefined;
  const content = {
    id,
    key,
    partsId,
    userId: viewer.userId,
    apiKeyId,
    boardId,
    sizeBytes,
    artifactType,
    filename,
    userDescription,
    parentGenerationId,
  };
  return { ticket: sealUploadTicket(content, expiresAt), expiresAt, place };
}

/**
 * Takes the bytes of an announced upload, as they are; sending them again replaces them. Unless they have exactly the size that was
 * announced, and that the request declares, nothing is kept.
 */
export async function receiveUpload(ticket: string, bytes: Readable, declaredBytes: number | null): Promise<void> {
  const { id, key, userId, boardId, apiKeyId, sizeBytes: announcedBytes } = openUploadTicket(ticket);
  const sizeBytes = announcedBytes ?? declaredBytes;
  const incomplete = (cause?: unknown) => {
    return new BoardsError("upload.incomplete", {
      ...(sizeBytes === null ? {} : { message: say("reasons.artifact.incomplete", { sizeBytes }) }),
      cause,
    });
  };
  if (declaredBytes !== null && declaredBytes !== sizeBytes) throw incomplete();
  await countAgainst("uploadTicket", userId);
  // Whoever has the ticket need not be signed in. What is on the board already would wait here for nobody.
  if (await readAsInstallation(() => db().generation.count({ where: { id } }))) throw new BoardsError("upload.ticket_invalid");
  if (!(await readAsInstallation(() => mayStillUpload({ userId, boardId, apiKeyId })))) throw new BoardsError("upload.ticket_invalid");
  await currentStorage().write(key, arrivingBytes(bytes, { sizeBytes, incomplete }));
}

/** Whether what let someone announce an upload still holds: their place in the tenant, their right on the board, and their key. */
async function mayStillUpload({ userId, boardId, apiKeyId }: { userId: string; boardId: string; apiKeyId?: string | undefined }) {
  const [user, board, key] = await Promise.all([
    db().user.count({ where: { id: userId, disabledAt: null } }),
    db().board.count({ where: { id: boardId, ...boardsMadeOnBy(userId) } }),
    apiKeyId ? db().apiKey.count({ where: { id: apiKeyId, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }] } }) : 1,
  ]);
  return user > 0 && board > 0 && key > 0;
}
