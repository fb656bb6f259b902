import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import yazl from "yazl";
import { extensionOf } from "@/lib/generations/artifacts/accepted-types";
import type { JobPlan } from "@/lib/generations/provider-jobs/job-plan";
import { placeOnce } from "@/lib/generations/provider-jobs/place-once";
import { artifactSlotsOf } from "@/lib/generators/contract/artifact-slots";
import { buildRequest } from "@/lib/generators/contract/build-request";
import type { Json } from "@/lib/generators/contract/define-generator";
import { marksOf } from "@/lib/generators/contract/field-marks";
import type { ProviderFile } from "@/lib/generators/contract/provider";
import { say } from "@/lib/messages/say";
import { db } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";
import { currentStorage } from "@/lib/platform/storage/current-storage";
import { makeTemporaryFolder } from "@/lib/platform/temporary-folder";

/** The request of a job with its files in place, and `close` to remove what was copied to this machine. */
export interface PlacedInputs {
  request: Record<string, Json>;
  files: Map<string, ProviderFile>;
  close(): Promise<void>;
}

/** Gives the provider every input file that it does not hold yet, and builds the request. A file goes to a provider once until it expires there. */
export async function placeInputs({ generator, inputs, provider, access, keyId }: JobPlan): Promise<PlacedInputs> {
  const folder = await makeTemporaryFolder("inputs");
  const close = () => rm(folder, { recursive: true, force: true });
  const files = new Map<string, ProviderFile>();
  const addresses = new Map<string, string>();
  const values = { ...inputs };
  try {
    for (const { field, isList } of artifactSlotsOf(generator)) {
      const ids = [values[field] ?? []].flat() as string[];
      if (ids.length === 0) continue;
      const isArchive = marksOf(generator.input.shape[field]).isArchive === true;
      const sources = await Promise.all(ids.map(findSource));
      if (isArchive) {
        const [name, hash] = [
          `archive-${field}`,
          createHash("sha256")
            .update(sources.map((each) => each.contentHash).join())
            .digest("hex"),
        ];
        addresses.set(name, await placed(hash, async () => archive(sources, join(folder, `${field}.zip`), folder)));
        values[field] = isList ? [name] : name;
        continue;
      }
      for (const source of sources) {
        const address = provider.upload ? await placed(source.contentHash, () => copyOf(source, folder)) : source.id;
        if (!provider.upload) files.set(source.id, await copyOf(source, folder));
        addresses.set(source.id, address);
      }
    }
    const single = Object.fromEntries(Object.entries(values).map(([field, value]) => [field, isArchived(value) ? value[0] : value]));
    return { request: buildRequest(generator, single, (id) => addresses.get(id) ?? id), files, close };
  } catch (error) {
    await close();
    throw error;
  }

  async function placed(contentHash: string, file: () => Promise<ProviderFile>): Promise<string> {
    const { upload } = provider;
    if (!upload) throw new BoardsError("internal.unexpected");
    return placeOnce(keyId, contentHash, async () => upload(access, await file()));
  }
}

const isArchived = (value: unknown): value is [string] => Array.isArray(value) && value.length === 1 && String(value[0]).startsWith("archive-");

interface Source {
  id: string;
  storageKey: string;
  contentHash: string;
  mimeType: string;
  durationSeconds: number | null;
}

async function findSource(id: string): Promise<Source> {
  const found = await db().generation.findUnique({ where: { id } });
  if (!found?.storageKey) throw new BoardsError("generation.input_unusable", { message: say("reasons.generation.inputDeletedEarly") });
  const { storageKey, contentHash, mimeType, durationSeconds } = found;
  return { id, storageKey, contentHash: contentHash ?? id, mimeType: mimeType ?? "application/octet-stream", durationSeconds };
}

async function copyOf({ id, storageKey, mimeType, durationSeconds }: Source, folder: string): Promise<ProviderFile> {
  const filename = `${id}.${extensionOf(mimeType)}`;
  // A scratch file: no part of the project that a build should look for.
  const path = join(/* turbopackIgnore: true */ folder, filename);
  const isThere = await stat(/* turbopackIgnore: true */ path).catch(() => null);
  if (!isThere) await currentStorage().copyToFile(storageKey, path);
  return { path, mimeType, filename, durationSeconds };
}

async function archive(sources: Source[], path: string, folder: string): Promise<ProviderFile> {
  const zip = new yazl.ZipFile();
  for (const source of sources) {
    const file = await copyOf(source, folder);
    zip.addFile(file.path, file.filename, { compress: false, mtime: new Date(0) });
  }
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  return { path, mimeType: "application/zip", filename: "images.zip", durationSeconds: null };
}
