import { Readable } from "node:stream";
import parseRange from "range-parser";
import { routeHandler } from "@/lib/api/route-handler";
import { findStoredFile } from "@/lib/generations/artifacts/find-stored-file";
import { BoardsError } from "@/lib/platform/errors";
import { currentStorage } from "@/lib/platform/storage/current-storage";
import { readSignature, type Signature } from "@/lib/platform/storage/signed-url";
import { assertStorageKey } from "@/lib/platform/storage/storage-key";
import { contentDisposition } from "./content-disposition";

export { preflight as OPTIONS } from "@/lib/platform/http/guard-route";
export const dynamic = "force-dynamic";

/** Media that a browser may show inside the product's own origin; anything else is only downloaded. */
const shown = /^(image\/(jpeg|png|webp|gif|avif)|video\/|audio\/|text\/plain)/;

interface Parameters {
  params: Promise<{ path: string[] }>;
}

/** `GET /api/storage/<key>`: a stored file, for whoever has a signed address or may see its board. Answers ranges and ETags. */
export const GET = routeHandler({}, async (request, { viewer }, { params }: Parameters) => {
  const key = (await params).path.join("/");
  if (key === "status") return Response.json({ status: "Storage endpoint ready" });
  assertStorageKey(key);
  const query = new URL(request.url).searchParams;
  const signature = readSignature(key, query);
  const file = await findStoredFile(key, signature ? "signed" : viewer);
  const stat = file && (await currentStorage().stat(key));
  if (!file || !stat) throw new BoardsError("artifact.not_found");

  const etag = `"${file.contentHash ?? `${stat.sizeBytes}-${stat.modifiedAt.getTime()}`}"`;
  const headers: Record<string, string> = {
    "accept-ranges": "bytes",
    "cache-control": cacheControlFor(signature),
    "content-type": file.mimeType === "text/plain" ? "text/plain; charset=utf-8" : file.mimeType,
    "content-disposition": contentDisposition(
      query.get("download") === "true" || !shown.test(file.mimeType),
      query.get("filename") || "artifact",
      file.contentType,
    ),
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
  return new Response(Readable.toWeb(body) as ReadableStream, { status, headers });
});

export { GET as HEAD };

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
