import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import busboy from "busboy";
import { say } from "@/lib/messages/say";
import { BoardsError } from "@/lib/platform/errors";
import { cutText } from "@/lib/platform/text/characters";
import { cleanText } from "@/lib/platform/text/clean-text";
import { formatBytes } from "@/lib/platform/text/format-bytes";

/** A multipart form: its texts, and its file on this machine. */
export interface UploadForm {
  fields: Record<string, string>;
  file: { path: string; filename: string } | null;
}

/** Reads a multipart form without holding its file in memory: the file goes to `folder`, wherever in the form it stands. */
export async function readForm(request: Request, folder: string, maxBytes: number): Promise<UploadForm> {
  const contentType = request.headers.get("content-type") ?? "";
  if (!contentType.startsWith("multipart/form-data") || !request.body)
    throw new BoardsError("input.invalid", { message: say("reasons.artifact.noForm"), field: "file" });
  const form: UploadForm = { fields: {}, file: null };
  let writing: Promise<void> = Promise.resolve();
  const parser = parserOf(contentType, maxBytes);
  parser.on("field", (given, value, { valueTruncated }) => {
    const name = cutText(cleanText(given), 100);
    if (valueTruncated) parser.destroy(new BoardsError("input.invalid", { message: say("reasons.input.tooLongField", { name }), field: name }));
    form.fields[name] = cleanText(value);
  });
  parser.on("file", (name, stream, { filename }) => {
    if (name !== "file") return stream.resume();
    const path = join(folder, "upload");
    form.file = { path, filename: cleanText(filename ?? "") };
    stream.on("limit", () =>
      stream.destroy(
        new BoardsError("artifact.too_large", {
          field: "file",
          message: say("reasons.artifact.tooLarge", { limit: formatBytes(maxBytes) }),
        }),
      ),
    );
    writing = pipeline(stream, createWriteStream(path));
    writing.catch((error) => parser.destroy(error));
  });
  try {
    await pipeline(Readable.fromWeb(request.body as NodeReadableStream), parser);
    await writing;
  } catch (error) {
    if (error instanceof BoardsError) throw error;
    throw unreadable(error);
  }
  return form;
}

const unreadable = (cause: unknown) => new BoardsError("input.invalid", { message: say("reasons.artifact.brokenForm"), field: "file", cause });

// A boundary that is missing or no proper one is found out at once.
function parserOf(contentType: string, maxBytes: number) {
  try {
    return busboy({
      headers: { "content-type": contentType },
      limits: { files: 1, fields: 20, fieldSize: 20_000, fileSize: maxBytes + 1 },
      defParamCharset: "utf8",
    });
  } catch (cause) {
    throw unreadable(cause);
  }
}
