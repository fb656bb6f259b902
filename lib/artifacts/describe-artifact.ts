import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decodeText } from "@/lib/artifacts/decode-text";
import { makeThumbnails } from "@/lib/artifacts/make-thumbnails";
import { type MediaFacts, readMediaFacts } from "@/lib/artifacts/media-facts";
import type { ArtifactType } from "@/lib/generators/define-generator";
import { currentStorage } from "@/lib/storage/current-storage";

const textStart = 100_000;

/** What is known of a stored file, and what was made beside it. */
export interface ArtifactDescription {
  facts: MediaFacts;
  thumbnailWidths: number[];
  /** The start of a text, up to 100,000 bytes; null for everything else. */
  content: string | null;
}

/** Reads a stored file's facts and makes its previews. */
export async function describeArtifact(storageKey: string, artifactType: ArtifactType): Promise<ArtifactDescription> {
  const folder = await mkdtemp(join(tmpdir(), "boards-describe-"));
  try {
    const path = join(folder, "file");
    await currentStorage().copyToFile(storageKey, path);
    const facts = await readMediaFacts(path, artifactType);
    const thumbnailWidths = await makeThumbnails(path, artifactType, storageKey);
    return { facts, thumbnailWidths, content: artifactType === "text" ? await startOf(storageKey) : null };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function startOf(storageKey: string): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of await currentStorage().read(storageKey, { start: 0, end: textStart - 1 })) chunks.push(chunk as Buffer);
  return decodeText(Buffer.concat(chunks), { isCut: true }).replaceAll("\0", "");
}
