import { readFile } from "node:fs/promises";
import type { Json } from "../contract/define-generator";
import type { Submission } from "../contract/provider";

/** What a file becomes within a request; `data` is base64. */
export type FileShape = (file: { data: string; mimeType: string }) => Json;

const dataAddress: FileShape = ({ data, mimeType }) => `data:${mimeType};base64,${data}`;

/** The request of a submission with every file in place of its key, for providers that take files within JSON; as a `data:` address by default. */
export async function inlineFiles({ request, files }: Pick<Submission, "request" | "files">, shape = dataAddress): Promise<Record<string, Json>> {
  const shaped = async ([key, { path, mimeType }]: [string, { path: string; mimeType: string }]) =>
    [key, shape({ data: await readFile(path, "base64"), mimeType })] as const;
  const inPlace = new Map(await Promise.all([...files].map(shaped)));
  const placed = (value: Json): Json => {
    if (typeof value === "string") return inPlace.get(value) ?? value;
    if (Array.isArray(value)) return value.map(placed);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, placed(each)]));
  };
  return placed(request) as Record<string, Json>;
}
