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

const path = "/api/uploads/artifact";

/** Sends one file; answers the id of its generation, or throws an `UploadError`. `onProgress` is told 0 to 1. */
export async function sendFile(
  server: BoardsServer,
  { boardId, artifactType, file }: Upload,
  onProgress: (progress: number) => void,
): Promise<string> {
  const form = new FormData();
  form.set("board_id", boardId);
  form.set("artifact_type", artifactType.toLowerCase());
  form.set("file", file);
  const { isGood, body } = await (server.hasOwnFetch ? byFetch(server, form) : byRequest(server, form, onProgress)).catch(() => {
    throw new UploadError(unreachable);
  });
  if (!isGood) throw new UploadError(describeRefusal(body));
  return (JSON.parse(body) as { id: string }).id;
}

interface Answer {
  isGood: boolean;
  body: string;
}

async function byFetch(server: BoardsServer, body: FormData): Promise<Answer> {
  const response = await server.request(path, { method: "POST", body });
  return { isGood: response.ok, body: await response.text() };
}

// fetch tells nothing of how far an upload is.
async function byRequest(server: BoardsServer, form: FormData, onProgress: (progress: number) => void): Promise<Answer> {
  const headers = await server.headers();
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded / total);
    request.onload = () => resolve({ isGood: request.status === 200, body: request.responseText });
    request.onerror = (event) => {
      server.connection.failed();
      reject(event);
    };
    request.open("POST", server.addressOf(path));
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.send(form);
  });
}
