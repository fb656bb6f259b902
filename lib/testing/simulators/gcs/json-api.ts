import { createHash, randomUUID } from "node:crypto";
import { CRC32C } from "@google-cloud/storage";
import parseRange from "range-parser";
import type { Answer } from "../s3/answer";
import { type S3Objects, S3Refusal, type Stored } from "../s3/objects";
import type { SignedRequest } from "../s3/signature";

/** All parts of an upload in several requests but its last are multiples of this. */
const stepBytes = 262_144;
/** What a rewrite copies in one request, far less than Google does, so that tests see it go on. */
const rewrittenAtOnce = 5_242_880;

interface Session {
  key: string;
  body: Buffer;
  metadata: Metadata;
}

interface Metadata {
  name?: string;
  cacheControl?: string;
  crc32c?: string;
  md5Hash?: string;
}

/** What the JSON API keeps beside the objects. */
export class JsonApiState {
  readonly sessions = new Map<string, Session>();
  readonly rewrites = new Map<string, number>();
}

const json = (value: unknown, status = 200): Answer => ({ status, headers: { "content-type": "application/json" }, body: JSON.stringify(value) });
/** A body is told of in many answers, and its sum takes long. */
const knownSums = new WeakMap<Buffer, string>();
function crc32cOf(body: Buffer): string {
  const known = knownSums.get(body);
  if (known) return known;
  const sum = new CRC32C();
  sum.update(body);
  knownSums.set(body, sum.toString());
  return sum.toString();
}
const md5Of = (body: Buffer) => createHash("md5").update(body).digest("base64");
const metadataOf = (name: string, { body, modifiedAt }: Stored) => ({
  ...{ kind: "storage#object", name, size: String(body.length), updated: modifiedAt.toISOString() },
  ...{ crc32c: crc32cOf(body), md5Hash: md5Of(body) },
});

/** Answers a request of the JSON API: https://cloud.google.com/storage/docs/json_api/v1 */
export function answerJson(contents: S3Objects, state: JsonApiState, request: SignedRequest, bucket: string): Answer {
  const [, isUpload, asked, key = "", target] =
    /^(\/upload)?\/storage\/v1\/b\/([^/]+)\/o\/?([^/]*)(?:\/rewriteTo\/b\/[^/]+\/o\/([^/]+))?$/.exec(request.path) ?? [];
  if (asked !== bucket) throw new S3Refusal("notFound", 404);
  if (isUpload) return upload(contents, state, request);
  const name = decodeURIComponent(key);
  if (target) return rewrite(contents, state, request, { name, target: decodeURIComponent(target) });
  if (!name) return list(contents, request.query);
  const stored = contents.find(name);
  if (request.method === "DELETE") {
    contents.objects.delete(name);
    return { status: 204 };
  }
  return request.query.get("alt") === "media" ? media(stored, request) : json(metadataOf(name, stored));
}

function list(contents: S3Objects, query: URLSearchParams): Answer {
  const [offset = "", page = ""] = [query.get("startOffset") ?? "", query.get("pageToken") ?? ""];
  // An offset is listed itself, where the end of a page is not.
  const listed = contents.list(query.get("prefix") ?? "", page, Number.POSITIVE_INFINITY).keys.filter((key) => key >= offset);
  const keys = listed.slice(0, Number(query.get("maxResults") ?? 1000));
  const next = listed.length > keys.length ? { nextPageToken: keys.at(-1) } : {};
  return json({ items: keys.map((name) => ({ name })), ...next });
}

function media({ body }: Stored, { headers }: SignedRequest): Answer {
  const sums = { "x-goog-hash": `crc32c=${crc32cOf(body)},md5=${md5Of(body)}`, "x-goog-stored-content-encoding": "identity" };
  const ranges = headers.range ? parseRange(body.length, headers.range) : -2;
  if (ranges === -1) throw new S3Refusal("requestedRangeNotSatisfiable", 416);
  const range = ranges === -2 ? undefined : ranges[0];
  if (!range) return { status: 200, headers: sums, body };
  const place = { "content-range": `bytes ${range.start}-${range.end}/${body.length}` };
  return { status: 206, headers: { ...sums, ...place }, body: body.subarray(range.start, range.end + 1) };
}

function rewrite(
  contents: S3Objects,
  state: JsonApiState,
  { query, body }: SignedRequest,
  { name, target }: { name: string; target: string },
): Answer {
  const source = contents.find(name);
  const token = query.get("rewriteToken") ?? randomUUID();
  const done = (state.rewrites.get(token) ?? 0) + rewrittenAtOnce;
  state.rewrites.set(token, done);
  if (done < source.body.length) return json({ done: false, rewriteToken: token, objectSize: String(source.body.length) });
  const { cacheControl } = JSON.parse(body.toString() || "{}") as Metadata;
  contents.objects.set(target, { ...source, modifiedAt: new Date(), cacheControl });
  return json({ done: true, resource: metadataOf(target, source) });
}

function store(contents: S3Objects, key: string, body: Buffer, { cacheControl, crc32c, md5Hash }: Metadata): Answer {
  if ((crc32c && crc32c !== crc32cOf(body)) || (md5Hash && md5Hash !== md5Of(body))) throw new S3Refusal("invalid", 400);
  const stored = { body, etag: `"${createHash("md5").update(body).digest("hex")}"`, modifiedAt: new Date(), cacheControl };
  contents.objects.set(key, stored);
  return json(metadataOf(key, stored));
}

/** https://cloud.google.com/storage/docs/performing-resumable-uploads */
function upload(contents: S3Objects, state: JsonApiState, request: SignedRequest): Answer {
  const { query, headers, body } = request;
  const session = state.sessions.get(query.get("upload_id") ?? "");
  if (session) return resume(contents, session, request);
  if (query.get("uploadType") === "multipart") {
    const boundary = /boundary=["']?([^"';]+)/.exec(headers["content-type"] ?? "")?.[1] ?? "";
    const [, first = "", second = ""] = body.toString("latin1").split(`--${boundary}`);
    const contentOf = (part: string) => part.slice(part.indexOf("\r\n\r\n") + 4).replace(/\r\n$/, "");
    const metadata = JSON.parse(contentOf(first)) as Metadata;
    return store(contents, query.get("name") ?? metadata.name ?? "", Buffer.from(contentOf(second), "latin1"), metadata);
  }
  const id = randomUUID();
  const metadata = JSON.parse(body.toString() || "{}") as Metadata;
  state.sessions.set(id, { key: query.get("name") ?? metadata.name ?? "", body: Buffer.alloc(0), metadata });
  return { status: 200, headers: { location: `http://${headers.host}${request.path}?uploadType=resumable&upload_id=${id}` } };
}

function resume(contents: S3Objects, session: Session, { headers, body }: SignedRequest): Answer {
  const [, start, total] = /^bytes (?:(\d+)-(?:\d+|\*)|\*)\/(\d+|\*)$/.exec(headers["content-range"] ?? "bytes 0-*/*") ?? [];
  if (start !== undefined && Number(start) !== session.body.length) throw new S3Refusal("invalid", 503);
  const received = Buffer.concat([session.body, body]);
  const isEnd = total === "*" ? !headers["content-range"]?.match(/-\d+\/\*$/) && start !== undefined : received.length === Number(total);
  if (isEnd) return store(contents, session.key, received, { ...session.metadata, ...sumsOf(headers["x-goog-hash"]) });
  session.body = received.subarray(0, received.length - (received.length % stepBytes));
  const range: Record<string, string> = session.body.length > 0 ? { range: `bytes=0-${session.body.length - 1}` } : {};
  return { status: 308, headers: range };
}

const sumsOf = (header = ""): Metadata => {
  const sum = /crc32c=([^,]+)/.exec(header)?.[1];
  return sum ? { crc32c: sum } : {};
};
