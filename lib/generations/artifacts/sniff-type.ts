import { open } from "node:fs/promises";
import { fileTypeFromFile } from "file-type";
import { acceptedTypes } from "@/lib/generations/artifacts/accepted-types";
import { decodeText } from "@/lib/generations/artifacts/decode-text";
import type { ArtifactType } from "@/lib/generators/contract/define-generator";
import { say } from "@/lib/messages/say";

const sniffedBytes = 65_536;
const octetStream = "application/octet-stream";
/** As `file` calls what holds nothing. */
const empty = "inode/x-empty";

/** Other names of a type, and types that are told apart by nothing a browser or a provider cares for: an APNG is a PNG, an M4V an MP4. */
const aliases: Record<string, string> = {
  "audio/vnd.wave": "audio/wav",
  "audio/x-flac": "audio/flac",
  "audio/ogg; codecs=opus": "audio/ogg",
  "image/apng": "image/png",
  "image/heif": "image/heic",
  "image/heic-sequence": "image/heic",
  "image/heif-sequence": "image/heic",
  "video/x-matroska": "video/matroska",
  "video/x-m4v": "video/mp4",
};

/** What a file's content shows. `problem` says why it is not of the wanted kind; null when it is. */
export interface SniffedType {
  mimeType: string;
  problem: string | null;
}

/**
 * The media type that a file's content shows; a name or header is never believed. From an upload, text that a browser would run as markup
 * is not text; from a result it is what a model was asked to write.
 */
export async function sniffType(path: string, artifactType: ArtifactType, from: "upload" | "result"): Promise<SniffedType> {
  const found = await contentType(path, artifactType, from);
  // A container holds sound or images; its name alone does not tell.
  const mimeType = artifactType === "audio" && /^video\/(webm|mp4)$/.test(found) ? found.replace("video", "audio") : found;
  const accepted = acceptedTypes[artifactType] ?? {};
  if (accepted[mimeType]) return { mimeType, problem: null };
  const mismatch = { artifactType, found: kindOf(found) === artifactType ? "unknown" : kindOf(found) };
  if (from === "result") return { mimeType, problem: say("reasons.artifact.wrongType", mismatch) };
  const choices = [...new Set(Object.values(accepted))].join(", ").toUpperCase();
  return { mimeType, problem: say("reasons.artifact.wrongUpload", { ...mismatch, choices }) };
}

/** What people call a media type. */
function kindOf(mimeType: string): string {
  const [kind] = Object.entries(acceptedTypes).find(([, types]) => types[mimeType]) ?? [];
  if (kind) return kind;
  if (mimeType === empty) return "empty";
  const [first = "", second = ""] = mimeType.split("/");
  return ["image", "video", "audio", "model"].includes(first) ? first : ["pdf", "zip"].includes(second) ? second : "unknown";
}

async function contentType(path: string, artifactType: ArtifactType, from: "upload" | "result"): Promise<string> {
  const start = await startOf(path);
  if (start.length === 0 && artifactType !== "text") return empty;
  // Looked at before everything else: the mark that begins UTF-16 is also how an MPEG frame may begin.
  if (isUtf16(start) && isText(start, from)) return "text/plain";
  if (isUtf16(start) && artifactType !== "audio") return octetStream;
  const sniffed = await fileTypeFromFile(path);
  if (sniffed && !(from === "result" && artifactType === "text")) return aliases[sniffed.mime] ?? sniffed.mime;
  if (artifactType === "lora" && isSafetensors(start)) return "application/x-safetensors";
  if (isText(start, from)) return "text/plain";
  return sniffed?.mime ?? octetStream;
}

async function startOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(sniffedBytes), 0, sniffedBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

// Eight bytes of length, then a header of JSON: https://huggingface.co/docs/safetensors
function isSafetensors(start: Buffer): boolean {
  return start.length > 8 && start.readBigUInt64LE(0) < 100_000_000n && start[8] === 0x7b;
}

const isUtf16 = (start: Buffer) => start.length > 1 && [0xfeff, 0xfffe].includes(start.readUInt16BE(0));

function isText(start: Buffer, from: "upload" | "result"): boolean {
  try {
    const text = decodeText(start, { isCut: start.length === sniffedBytes, isStrict: true });
    if (text.includes("\0")) return false;
    return from === "result" || !/^\s*(<\?xml|<!doctype|<html|<svg)/i.test(text.slice(0, 1024));
  } catch {
    return false;
  }
}
