import type { Readable } from "node:stream";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { arrivingBytes } from "@/lib/generations/artifacts/arriving-bytes";
import { assertExtension } from "@/lib/generations/artifacts/assert-extension";
import { findBoardToUploadTo, putOnBoard, type Upload } from "@/lib/generations/artifacts/upload-artifact";
import { boardsMadeOnBy, generationsVisibleTo } from "@/lib/identity/access/board-policy";
import { say } from "@/lib/messages/say";
import { currentRequest } from "@/lib/platform/caller/request-context";
import { openToken, sealToken } from "@/lib/platform/caller/signed-token";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { readAsInstallation } from "@/lib/platform/db/tenant-scope";
import { env } from "@/lib/platform/env";
import { BoardsError } from "@/lib/platform/errors";
import { countAgainst } from "@/lib/platform/limits/rate-limits";
import { currentStorage } from "@/lib/platform/storage/current-storage";
import { storageFor } from "@/lib/platform/storage/route-file";
import { folderIn, folderOf } from "@/lib/platform/storage/storage-key";
import { formatBytes } from "@/lib/platform/text/format-bytes";
import { checkStorageLimits } from "@/lib/spending/storage-limits/check-storage-limits";

const validityMs = 3600 * 1000;
const folder = "uploads";

const ticketContent = z.object({
  /** What the generation will be called: there can be only one. */
  id: z.uuid(),
  key: z.string(),
  /** Under which its parts arrive, where it is sent to the storage in parts. */
  partsId: z.string().optional(),
  userId: z.string(),
  /** The key that announced it, if one did. */
  apiKeyId: z.string().optional(),
  boardId: z.string(),
  sizeBytes: z.number().optional(),
  artifactType: z.enum(["image", "video", "audio", "text"]),
  filename: z.string().optional(),
  userDescription: z.string().optional(),
  parentGenerationId: z.string().optional(),
});

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
  return { ticket: sealToken("upload", content, expiresAt), expiresAt, place };
}

/**
 * Takes the bytes of an announced upload, as they are; sending them again replaces them. Unless they have exactly the size that was
 * announced, and that the request declares, nothing is kept.
 */
export async function receiveUpload(ticket: string, bytes: Readable, declaredBytes: number | null): Promise<void> {
  const { id, key, userId, boardId, apiKeyId, sizeBytes: announcedBytes } = open(ticket);
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

/**
 * Checks what was sent, by its content, and puts it on the board, for the viewer who announced it. However often it is confirmed, one
 * generation is the answer.
 */
export async function confirmUpload(viewer: Viewer, ticket: string) {
  const { id, key, partsId, userId, boardId, filename, sizeBytes, ...upload } = open(ticket);
  if (userId !== viewer.userId) throw new BoardsError("upload.ticket_invalid");
  await countAgainst("uploadTicket", userId);
  const made = () => db().generation.findFirst({ where: { id, ...generationsVisibleTo(viewer) } });
  const earlier = await made();
  if (earlier) return earlier;
  const forget = () => currentStorage().deleteFolder(folderOf(key));
  try {
    if (partsId) await currentStorage().closeUpload(key, partsId);
    const sent = await currentStorage().stat(key);
    if (!sent || (sizeBytes !== undefined && sent.sizeBytes !== sizeBytes)) throw new BoardsError("upload.ticket_invalid");
    const board = await findBoardToUploadTo(viewer, boardId);
    await checkStorageLimits(viewer, sent.sizeBytes);
    const generation = await putOnBoard(viewer, board, { ...upload, id, source: { file: { storageKey: key }, ...(filename ? { filename } : {}) } });
    await forget();
    return generation;
  } catch (error) {
    // Confirmed twice at the same moment: whoever came second finds the file gone, or the generation there.
    const generation = await made();
    if (generation) return generation;
    // What was sent is kept through trouble that passes: it can be confirmed again.
    if (error instanceof BoardsError && !error.row.retry) await forget();
    throw error;
  }
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

function open(ticket: string): z.output<typeof ticketContent> {
  const content = ticketContent.safeParse(openToken("upload", ticket));
  if (!content.success) throw new BoardsError("upload.ticket_invalid");
  return content.data;
}
