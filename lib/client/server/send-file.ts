import type { ArtifactType } from "../generated/graphql.ts";
import type { BoardsServer } from "./boards-server.ts";
import { type DescribedError, describeRefusal, unreachable } from "./describe-error.ts";

/** An upload that failed. */
export class UploadError extends Error {
  constructor(readonly described: DescribedError) {
    super(described.message ?? described.code);
  }
}

interface Upload {
  boardId: string;
  artifactType: ArtifactType;
  file: File;
}

/** How a body is sent. */
export interface Sending {
  /** Told 0 to 1. */
  onProgress: (progress: number) => void;
  /** Ends it; it then throws an `AbortError`. */
  signal: AbortSignal;
}

/** Sends one file; answers the id of its generation, or throws an `UploadError`. */
export async function sendFile(server: BoardsServer, { boardId, artifactType, file }: Upload, sending: Sending): Promise<string> {
  const form = new FormData();
  form.set("board_id", boardId);
  form.set("artifact_type", artifactType.toLowerCase());
  form.set("file", file);
  return (JSON.parse(await sendBody(server, "/api/uploads/artifact", form, sending)) as { id: string }).id;
}

/** Posts a body of any size; answers what the server says, or throws an `UploadError`. */
export async function sendBody(server: BoardsServer, path: string, body: FormData | File, sending: Sending): Promise<string> {
  const send = server.hasOwnFetch ? byFetch : byRequest;
  const answer = await send(server, path, body, sending).catch(() => {
    sending.signal.throwIfAborted();
    throw new UploadError(unreachable);
  });
  if (!answer.isGood) throw new UploadError(describeRefusal(answer.body));
  return answer.body;
}

interface Answer {
  isGood: boolean;
  body: string;
}

async function byFetch(server: BoardsServer, path: string, body: FormData | File, { signal }: Sending): Promise<Answer> {
  const response = await server.request(path, { method: "POST", body, signal });
  return { isGood: response.ok, body: await response.text() };
}

// fetch tells nothing of how far an upload is.
async function byRequest(server: BoardsServer, path: string, body: FormData | File, { onProgress, signal }: Sending): Promise<Answer> {
  const headers = await server.headers();
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded / total);
    request.onload = () => resolve({ isGood: request.status >= 200 && request.status < 300, body: request.responseText });
    request.onerror = (event) => {
      server.connection.failed();
      reject(event);
    };
    request.onabort = reject;
    request.open("POST", server.addressOf(path));
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    signal.addEventListener("abort", () => request.abort(), { once: true });
    if (signal.aborted) return reject(signal.reason);
    request.send(body);
  });
}
