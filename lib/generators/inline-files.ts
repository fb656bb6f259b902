import { readFile } from "node:fs/promises";
import type { Json } from "./define-generator";
import type { ProviderFile, Submission } from "./provider";

/** The request of a submission with every file in place of its key, as a `data:` address; for providers that take files within JSON. */
export async function inlineFiles({ request, files }: Pick<Submission, "request" | "files">): Promise<Record<string, Json>> {
  const addresses = new Map(await Promise.all([...files].map(async ([key, file]) => [key, await dataAddress(file)] as const)));
  const placed = (value: Json): Json => {
    if (typeof value === "string") return addresses.get(value) ?? value;
    if (Array.isArray(value)) return value.map(placed);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, placed(each)]));
  };
  return placed(request) as Record<string, Json>;
}

const dataAddress = async ({ path, mimeType }: ProviderFile) => `data:${mimeType};base64,${(await readFile(path)).toString("base64")}`;
