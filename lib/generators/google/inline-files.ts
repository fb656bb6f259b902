import { readFile, stat } from "node:fs/promises";
import { BoardsError } from "@/lib/errors";
import type { Json } from "../define-generator";
import type { ProviderFile, Submission } from "../provider";

/** Google takes requests of 100 MB (https://ai.google.dev/gemini-api/docs/changelog, 8 January 2026); base64 makes files a third larger. */
const largestBytes = 70_000_000;

type Shape = (file: { data: string; mimeType: string }) => Json;

/** How each method takes a file within the request. */
export const shapes: Record<string, Shape> = {
  generateContent: ({ data, mimeType }) => ({ inlineData: { data, mimeType } }),
  predictLongRunning: ({ data, mimeType }) => ({ imageBytes: data, mimeType }),
  createInteraction: ({ data, mimeType }) => ({ type: mimeType.split("/")[0] ?? "", data, mime_type: mimeType }),
};

/** The request with its files in the places where their ids stand. Throws `provider.bad_input` when they are too large together. */
export async function inlineFiles({ request, files }: Submission, shape: Shape = () => null): Promise<Record<string, Json>> {
  const sizes = await Promise.all([...files.values()].map(async ({ path }) => (await stat(path)).size));
  if (sizes.reduce((sum, size) => sum + size, 0) > largestBytes)
    throw new BoardsError("provider.bad_input", { message: `Google takes files of ${largestBytes / 1_000_000} MB at most, together` });
  const placed = async (value: Json): Promise<Json> => {
    if (typeof value === "string") return files.has(value) ? shape(await encoded(files.get(value) as ProviderFile)) : value;
    if (Array.isArray(value)) return Promise.all(value.map(placed));
    return typeof value === "object" && value !== null ? placedIn(value) : value;
  };
  const placedIn = async (object: Record<string, Json>) =>
    Object.fromEntries(await Promise.all(Object.entries(object).map(async ([name, value]) => [name, await placed(value)] as const)));
  return placedIn(request);
}

const encoded = async ({ path, mimeType }: ProviderFile) => ({ data: await readFile(path, "base64"), mimeType });
