import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import parseRange from "range-parser";
import { servedAs } from "@/lib/generations/artifacts/served-as";
import { BoardsError } from "@/lib/platform/errors";
import { currentStorage } from "@/lib/platform/storage/current-storage";
import type { Signature } from "@/lib/platform/storage/signed-url";

/** What is no longer than this is sent in one piece, which costs less than a stream. */
const onePieceBytes = 262_144;

interface ServedFile {
  key: string;
  mimeType: string;
  /** What it holds, also where it is served as mere bytes. */
  contentType: string;
  /** By what the file was opened; null for a viewer who may see its board. */
  signature: Signature | null;
  /** The query of the request, which may ask for a download and a name. */
  query: URLSearchParams;
}

/**
 * Answers a stored file, with ETag, conditions and ranges, or where the storage itself answers it. A key never holds anything else, so that
 * browsers need not ask again.
 */
export async function serveFile(request: Request, file: ServedFile): Promise<Response> {
  const { key, signature, query } = file;
  const isDownload = query.get("download") === "true";
  const { contentType, contentDisposition } = servedAs({ ...file, isDownload, filename: query.get("filename") ?? "" });
  const cacheControl = cacheControlFor(signature);
  // To the second, as the address that was signed, so that it leads to the same one each time.
  const expiresAt = new Date(Math.ceil(Date.now() / 1000 + (signature?.secondsLeft ?? 3600)) * 1000);
  const served = { contentType, contentDisposition, expiresAt, isShared: signature?.isShared ?? false };
  const address = request.method === "GET" ? await currentStorage().addressOf(key, served) : null;
  if (address) return new Response(null, { status: 302, headers: { location: address, "cache-control": cacheControl } });
  const stat = await currentStorage().stat(key);
  if (!stat) throw new BoardsError("artifact.not_found");
  const etag = `"${stat.sizeBytes}-${stat.modifiedAt.getTime()}"`;
  const headers: Record<string, string> = {
    "accept-ranges": "bytes",
    "cache-control": cacheControl,
    "content-type": contentType,
    "content-disposition": contentDisposition,
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
    etag,
  };
  if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });

  const range = rangeOf(request, stat.sizeBytes, etag);
  if (range === "unsatisfiable") return new Response(null, { status: 416, headers: { "content-range": `bytes */${stat.sizeBytes}` } });
  const length = range ? range.end - range.start + 1 : stat.sizeBytes;
  headers["content-length"] = String(length);
  if (range) headers["content-range"] = `bytes ${range.start}-${range.end}/${stat.sizeBytes}`;
  const status = range ? 206 : 200;
  if (request.method === "HEAD") return new Response(null, { status, headers });
  const body = await currentStorage().read(key, range ?? undefined);
  return new Response(length <= onePieceBytes ? new Uint8Array(await buffer(body)) : (Readable.toWeb(body) as ReadableStream), { status, headers });
}

/** No cache keeps a file for longer than its address opens it. What a share link gave out is the same for everyone, and kept between, too. */
function cacheControlFor(signature: Signature | null): string {
  const { isShared, secondsLeft } = signature ?? { isShared: false, secondsLeft: 3600 };
  return `${isShared ? "public" : "private"}, max-age=${Math.min(3600, secondsLeft)}, immutable`;
}

/** The one range that is asked for. Several at once, a broken one, or one for an older file are answered with the whole file. */
function rangeOf(request: Request, sizeBytes: number, etag: string): { start: number; end: number } | "unsatisfiable" | null {
  const header = request.headers.get("range");
  const condition = request.headers.get("if-range");
  if (!header || (condition && condition !== etag)) return null;
  const ranges = parseRange(sizeBytes, header);
  if (ranges === -1) return "unsatisfiable";
  return ranges !== -2 && ranges.type === "bytes" && ranges.length === 1 ? (ranges[0] ?? null) : null;
}
