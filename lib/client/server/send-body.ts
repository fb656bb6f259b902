import type { BoardsServer } from "./boards-server.ts";
import { type DescribedError, describeRefusal, unreachable } from "./describe-error.ts";

/** An upload that failed. */
export class UploadError extends Error {
  constructor(readonly described: DescribedError) {
    super(described.message ?? described.code);
  }
}

/** How a body is sent. */
export interface Sending {
  /** Told 0 to 1. */
  onProgress: (progress: number) => void;
  /** Ends it; it then throws an `AbortError`. */
  signal: AbortSignal;
}

/** `headers` are for an address elsewhere. */
type SendingBy = Sending & { method?: "POST" | "PUT"; headers?: Record<string, string> };

/**
 * Sends a body of any size to a path of the server, or to an address elsewhere, which learns nothing of who sends it; answers what is said
 * there, or throws an `UploadError`.
 */
export async function sendBody(server: BoardsServer, address: string, body: Blob, sending: SendingBy): Promise<string> {
  const send = server.hasOwnFetch ? byFetch : byRequest;
  const answer = await send(server, address, body, sending).catch(() => {
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

const isElsewhere = (address: string) => !address.startsWith("/");

async function byFetch(server: BoardsServer, address: string, body: Blob, { signal, method = "POST", headers = {} }: SendingBy): Promise<Answer> {
  const init = { method, body, signal };
  const response = await (isElsewhere(address) ? fetch(address, { ...init, headers }) : server.request(address, init));
  return { isGood: response.ok, body: await response.text() };
}

// fetch tells nothing of how far an upload is.
async function byRequest(server: BoardsServer, address: string, body: Blob, sending: SendingBy): Promise<Answer> {
  const { onProgress, signal, method = "POST" } = sending;
  const headers = isElsewhere(address) ? (sending.headers ?? {}) : await server.headers();
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded / total);
    request.onload = () => resolve({ isGood: request.status >= 200 && request.status < 300, body: request.responseText });
    request.onerror = (event) => {
      if (!isElsewhere(address)) server.connection.failed();
      reject(event);
    };
    request.onabort = reject;
    request.open(method, isElsewhere(address) ? address : server.addressOf(address));
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    signal.addEventListener("abort", () => request.abort(), { once: true });
    if (signal.aborted) return reject(signal.reason);
    request.send(body);
  });
}
