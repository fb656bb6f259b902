import { stat } from "node:fs/promises";
import type { Json } from "@/lib/generators/contract/define-generator";
import type { Submission } from "@/lib/generators/contract/provider";
import { type FileShape, inlineFiles } from "@/lib/generators/transport/inline-files";
import { say } from "@/lib/messages/say";
import { BoardsError } from "@/lib/platform/errors";

/** Google takes requests of 100 MB (https://ai.google.dev/gemini-api/docs/changelog, 8 January 2026); base64 makes files a third larger. */
const largestBytes = 70_000_000;

/** How each method takes a file within the request. */
const shapes: Record<string, FileShape> = {
  generateContent: ({ data, mimeType }) => ({ inlineData: { data, mimeType } }),
  createInteraction: ({ data, mimeType }) => ({ type: mimeType.split("/")[0] ?? "", data, mime_type: mimeType }),
};

/** The request with its files as this method of Google takes them. Throws `provider.bad_input` when they are too large together. */
export async function placedFiles(submission: Submission, method: string): Promise<Record<string, Json>> {
  const sizes = await Promise.all([...submission.files.values()].map(async ({ path }) => (await stat(path)).size));
  if (sizes.reduce((sum, size) => sum + size, 0) > largestBytes)
    throw new BoardsError("provider.bad_input", { message: say("reasons.provider.google.filesTooLarge", { limit: largestBytes / 1_000_000 }) });
  return inlineFiles(submission, shapes[method]);
}
