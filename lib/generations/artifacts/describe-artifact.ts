import { createReadStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { decodeText } from "@/lib/generations/artifacts/decode-text";
import type { ArtifactType } from "@/lib/generators/contract/define-generator";
import { say } from "@/lib/messages/say";
import { describeMedia, isMedia, type MediaFacts, noFacts } from "@/lib/platform/media/describe-media";
import { currentStorage } from "@/lib/platform/storage/current-storage";
import { stripKey, thumbnailKey } from "@/lib/platform/storage/storage-key";
import { makeTemporaryFolder } from "@/lib/platform/temporary-folder";

const textStart = 100_000;

/** What is known of a stored file, and what was made beside it. */
export interface ArtifactDescription {
  facts: MediaFacts;
  thumbnailWidths: number[];
  /** What the previews look like, as a ThumbHash in base64; null without previews. */
  placeholder: string | null;
  /** The previews as 64 bits, of which those of what looks alike share most; null without previews. */
  perceptualHash: string | null;
  stripFrames: number;
  peaks: string | null;
  /** Why the file is not of its kind, such as a container without any sound that calls itself a sound; null when it is, or cannot be read. */
  problem: string | null;
  /** For the generation's `output_metadata`: the start of a text (up to 100,000 bytes), and what is wrong with the file or its preview. */
  metadata: { content?: string; damaged?: true; preview_note?: string };
}

const nothing: ArtifactDescription = {
  facts: noFacts,
  thumbnailWidths: [],
  placeholder: null,
  perceptualHash: null,
  stripFrames: 0,
  peaks: null,
  problem: null,
  metadata: {},
};

/**
 * Reads a stored file's facts and makes its previews. A file that cannot be decoded has neither, which is no error. `path`: where it lies on this
 * machine already.
 */
export async function describeArtifact(storageKey: string, artifactType: ArtifactType, path?: string): Promise<ArtifactDescription> {
  if (!isMedia(artifactType)) return { ...nothing, metadata: artifactType === "text" ? { content: await startOf(storageKey, path) } : {} };
  const folder = await makeTemporaryFolder("describe");
  try {
    const [file, previews] = [path ?? join(folder, "file"), join(folder, "previews")];
    await mkdir(previews);
    if (!path) await currentStorage().copyToFile(storageKey, file);
    const { previewWidths: thumbnailWidths, isDamaged, previewNote, hasWanted, ...found } = await describeMedia(file, artifactType, previews);
    for (const width of thumbnailWidths) await currentStorage().write(thumbnailKey(storageKey, width), { path: join(previews, `${width}.webp`) });
    if (found.stripFrames > 0) await currentStorage().write(stripKey(storageKey), { path: join(previews, "strip.webp") });
    const metadata = {
      ...(isDamaged ? { damaged: true as const } : {}),
      ...(previewNote ? { preview_note: previewNote } : {}),
    };
    const problem = hasWanted === false ? say("reasons.artifact.noTrack", { kind: artifactType === "audio" ? "audio" : "video" }) : null;
    return { ...found, thumbnailWidths, problem, metadata };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function startOf(storageKey: string, path?: string): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of path ? createReadStream(path) : await currentStorage().read(storageKey)) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= textStart) break;
  }
  return decodeText(Buffer.concat(chunks).subarray(0, textStart), { isCut: true }).replaceAll("\0", "");
}
