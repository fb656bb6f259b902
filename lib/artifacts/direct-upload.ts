import { randomUUID } from "node:crypto";
import type { Readable } from "node:stream";
import { z } from "zod";
import { arrivingBytes } from "@/lib/artifacts/arriving-bytes";
import { type Upload, uploadArtifact } from "@/lib/artifacts/upload-artifact";
import { openToken, sealToken } from "@/lib/auth/signed-token";
import type { Viewer } from "@/lib/auth/viewer";
import { findBoardFor } from "@/lib/boards/find-board";
import { env } from "@/lib/env";
import { BoardsError } from "@/lib/errors";
import { currentStorage } from "@/lib/storage/current-storage";
import { folderOf } from "@/lib/storage/storage-key";

const validityMs = 3600 * 1000;
const folder = "uploads";

const ticketContent = z.object({
  key: z.string(),
  userId: z.string(),
  boardId: z.string(),
  sizeBytes: z.number().optional(),
  artifactType: z.enum(["image", "video", "audio", "text"]),
  filename: z.string().optional(),
  userDescription: z.string().optional(),
  parentGenerationId: z.string().optional(),
});

type Announced = Omit<Upload, "source"> & { filename?: string | undefined; sizeBytes?: number | undefined };

const dayOf = (time: Date) => time.toISOString().slice(0, 10);

/** Announces an upload and answers the ticket that it needs, for an hour. Nothing is on the board before it is confirmed. */
export async function announceUpload(viewer: Viewer, { boardId, artifactType, filename, sizeBytes, userDescription, parentGenerationId }: Announced) {
  await findBoardFor(viewer, "generate", boardId, "Permission denied: You don't have permission to upload to this board");
  if (sizeBytes && sizeBytes > env().maxUploadSizeBytes)
    throw new BoardsError("artifact.too_large", {
      message: `The file is larger than the maximum of ${env().maxUploadSizeBytes} bytes`,
      field: "size_bytes",
    });
  const expiresAt = new Date(Date.now() + validityMs);
  const key = `${folder}/${dayOf(new Date())}/${randomUUID()}/original`;
  const content = { key, userId: viewer.userId, boardId, sizeBytes, artifactType, filename, userDescription, parentGenerationId };
  return { ticket: sealToken("upload", content, expiresAt), expiresAt };
}

/**
 * Takes the bytes of an announced upload, as they are; sending them again replaces them. Unless they have exactly the size that was
 * announced, and that the request declares, nothing is kept.
 */
export async function receiveUpload(ticket: string, bytes: Readable, declaredBytes: number | null): Promise<void> {
  const { key, sizeBytes: announcedBytes } = open(ticket);
  const sizeBytes = announcedBytes ?? declaredBytes;
  const incomplete = (cause?: unknown) => {
    const expected = sizeBytes === null ? "" : ` Exactly ${sizeBytes} bytes are expected.`;
    return new BoardsError("upload.incomplete", { message: `The file did not arrive whole.${expected} Send it again.`, cause });
  };
  if (declaredBytes !== null && declaredBytes !== sizeBytes) throw incomplete();
  await currentStorage().write(key, arrivingBytes(bytes, { sizeBytes, incomplete }));
}

/** Checks what was sent, by its content, and puts it on the board; for the viewer who announced it, once. */
export async function confirmUpload(viewer: Viewer, ticket: string) {
  const { key, userId, filename, sizeBytes, ...upload } = open(ticket);
  const sent = userId === viewer.userId ? await currentStorage().stat(key) : null;
  if (!sent || (sizeBytes !== undefined && sent.sizeBytes !== sizeBytes)) throw new BoardsError("upload.ticket_invalid");
  const forget = () => currentStorage().deleteFolder(folderOf(key));
  const source = { file: await currentStorage().read(key), ...(filename ? { filename } : {}) };
  const generation = await uploadArtifact(viewer, { ...upload, source }).catch(async (error) => {
    // What was sent is kept through trouble that passes: it can be confirmed again.
    if (error instanceof BoardsError && !error.row.retry) await forget();
    throw error;
  });
  await forget();
  return generation;
}

function open(ticket: string): z.output<typeof ticketContent> {
  const content = ticketContent.safeParse(openToken("upload", ticket));
  if (!content.success) throw new BoardsError("upload.ticket_invalid");
  return content.data;
}
