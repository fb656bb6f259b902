import { open } from "node:fs/promises";
import { fileTypeFromFile } from "file-type";
import { acceptedTypes } from "@/lib/artifacts/accepted-types";
import { BoardsError } from "@/lib/errors";
import type { ArtifactType } from "@/lib/generators/define-generator";

const sniffedBytes = 65_536;
const aliases: Record<string, string> = {
  "audio/vnd.wave": "audio/wav",
  "audio/x-flac": "audio/flac",
  "audio/ogg; codecs=opus": "audio/ogg",
  "video/x-matroska": "video/matroska",
};

/** The media type that a file's content shows, if it is one that this kind of artifact accepts. A name or header is never believed. */
export async function sniffType(path: string, artifactType: ArtifactType): Promise<string> {
  const sniffed = await fileTypeFromFile(path);
  const isWeights = !sniffed && artifactType === "lora" && (await isSafetensors(path));
  const found = isWeights
    ? "application/x-safetensors"
    : sniffed
      ? (aliases[sniffed.mime] ?? sniffed.mime)
      : (await isText(path))
        ? "text/plain"
        : "application/octet-stream";
  // A WebM holds sound or pictures; the container alone does not tell.
  const candidates =
    found === "video/webm" && artifactType === "audio" ? ["audio/webm"] : found === "video/mp4" && artifactType === "audio" ? ["audio/mp4"] : [found];
  const accepted = candidates.find((candidate) => acceptedTypes[artifactType]?.[candidate]);
  if (accepted) return accepted;
  const wanted = Object.values(acceptedTypes[artifactType] ?? {});
  throw new BoardsError("artifact.type_refused", {
    field: "file",
    message: `The file is ${found}, which is no ${artifactType} that can be used here. Accepted: ${[...new Set(wanted)].join(", ") || "nothing"}`,
  });
}

// Eight bytes of length, then a header of JSON: https://huggingface.co/docs/safetensors
async function isSafetensors(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(9), 0, 9, 0);
    return bytesRead === 9 && buffer.readBigUInt64LE(0) < 100_000_000n && buffer[8] === 0x7b;
  } finally {
    await file.close();
  }
}

async function isText(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(sniffedBytes), 0, sniffedBytes, 0);
    const start = buffer.subarray(0, bytesRead);
    if (start.includes(0)) return false;
    // The last bytes may be half a character.
    new TextDecoder("utf-8", { fatal: true }).decode(start, { stream: bytesRead === sniffedBytes });
    // Markup that a browser would run is not text here.
    return !/^\s*(<\?xml|<!doctype|<html|<svg)/i.test(start.toString("utf8", 0, 1024));
  } catch {
    return false;
  } finally {
    await file.close();
  }
}
