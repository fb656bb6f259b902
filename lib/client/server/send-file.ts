import type { ArtifactType } from "../generated/graphql.ts";
import type { BoardsServer } from "./boards-server.ts";
import { describeRefusal } from "./describe-error.ts";
import { type Sending, sendBody, UploadError } from "./send-body.ts";

interface Upload {
  boardId: string;
  artifactType: ArtifactType;
  file: File;
}

interface Announced {
  upload_url: string;
  confirm_url: string;
  part_size_bytes?: number;
  part_urls?: string[];
  upload_headers?: Record<string, string>;
}

const tries = 3;

/** Sends one file to where the server wants it: itself, or its storage; answers the id of its generation, or throws an `UploadError`. */
export async function sendFile(server: BoardsServer, { boardId, artifactType, file }: Upload, sending: Sending): Promise<string> {
  const announcement = {
    board_id: boardId,
    artifact_type: artifactType.toLowerCase(),
    // Its end says what it is.
    filename: file.name.slice(-500),
    ...(file.size > 0 ? { size_bytes: file.size } : {}),
  };
  const announced = await ask<Announced>(server, "/api/uploads/direct", announcement, sending);
  const { upload_url, part_size_bytes: partBytes = file.size, part_urls = [upload_url], upload_headers: headers = {} } = announced;
  for (const [part, address] of part_urls.entries()) {
    const start = part * partBytes;
    const bytes = part_urls.length > 1 ? file.slice(start, start + partBytes) : file;
    const onProgress = (progress: number) => sending.onProgress(Math.min(1, (start + progress * bytes.size) / (file.size || 1)));
    await sendPart(server, address, bytes, { ...sending, onProgress, headers });
  }
  return (await ask<{ id: string }>(server, announced.confirm_url, {}, sending)).id;
}

/** A part that goes to the storage is sent again when the connection breaks; it replaces what came of it before. */
async function sendPart(server: BoardsServer, address: string, bytes: Blob, sending: Sending & { headers: Record<string, string> }): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await sendBody(server, address, bytes, { ...sending, method: "PUT" });
      return;
    } catch (error) {
      const isBroken = error instanceof UploadError && error.described.code === "client.unreachable";
      if (!isBroken || address.startsWith("/") || attempt === tries) throw error;
    }
  }
}

async function ask<T>(server: BoardsServer, path: string, body: object, { signal }: Sending): Promise<T> {
  const headers = { "content-type": "application/json" };
  const response = await server.request(path, { method: "POST", headers, body: JSON.stringify(body), signal });
  const text = await response.text();
  if (!response.ok) throw new UploadError(describeRefusal(text));
  return JSON.parse(text) as T;
}
