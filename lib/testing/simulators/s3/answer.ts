import parseRange from "range-parser";
import { type S3Objects, S3Refusal, type Stored, storedOf } from "./objects";
import type { SignedRequest } from "./signature";

/** What a simulated bucket answers. */
export interface Answer {
  status: number;
  headers?: Record<string, string | number>;
  body?: string | Buffer;
}

const xml = (body: string): Answer => ({ status: 200, headers: { "content-type": "application/xml" }, body: `<?xml version="1.0"?>${body}` });
const valuesOf = (text: string, tag: string) => [...text.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, "gs"))].map(([, value = ""]) => value);
const unescaped = (text: string) => text.replaceAll("&quot;", '"').replaceAll("&#34;", '"');

/** Answers one request for a key of the bucket, or for the bucket where the key is empty. */
export function answer(contents: S3Objects, request: SignedRequest, key: string): Answer {
  const { method, query } = request;
  const kind = ["uploads", "uploadId", "delete"].find((name) => query.has(name));
  const handler = handlers[[method, key ? "object" : "bucket", kind].filter(Boolean).join(" ")];
  if (!handler) throw new S3Refusal("NotImplemented", 501);
  return handler(contents, request, key);
}

const handlers: Record<string, (contents: S3Objects, request: SignedRequest, key: string) => Answer> = {
  "HEAD bucket": () => ({ status: 200 }),
  "GET bucket": (contents, { query }) => {
    const after = query.get("continuation-token") ?? query.get("start-after") ?? "";
    const { keys, isTruncated } = contents.list(query.get("prefix") ?? "", after, Number(query.get("max-keys") ?? 1000));
    const next = isTruncated ? `<NextContinuationToken>${keys.at(-1)}</NextContinuationToken>` : "";
    const listed = keys.map((key) => `<Contents><Key>${key}</Key></Contents>`).join("");
    return xml(`<ListBucketResult><IsTruncated>${isTruncated}</IsTruncated>${next}${listed}</ListBucketResult>`);
  },
  "POST bucket delete": (contents, { body, headers }) => {
    if (!headers["content-md5"] && !headers["x-amz-checksum-crc32"]) throw new S3Refusal("InvalidRequest", 400);
    for (const key of valuesOf(body.toString(), "Key")) contents.objects.delete(key);
    return xml("<DeleteResult></DeleteResult>");
  },
  "GET bucket uploads": (contents) => {
    const uploads = [...contents.partials].map(
      ([id, { key, initiatedAt }]) =>
        `<Upload><Key>${key}</Key><UploadId>${id}</UploadId><Initiated>${initiatedAt.toISOString()}</Initiated></Upload>`,
    );
    return xml(`<ListMultipartUploadsResult><IsTruncated>false</IsTruncated>${uploads.join("")}</ListMultipartUploadsResult>`);
  },
  "HEAD object": (contents, request, key) => read(contents.find(key), request),
  "GET object": (contents, request, key) => read(contents.find(key), request),
  "PUT object": (contents, request, key) => {
    const source = request.headers["x-amz-copy-source"];
    const stored = source ? { ...contents.find(keyOf(source)), modifiedAt: new Date() } : storedOf(request);
    contents.objects.set(key, stored);
    return source ? xml(`<CopyObjectResult><ETag>${stored.etag}</ETag></CopyObjectResult>`) : { status: 200, headers: { etag: stored.etag } };
  },
  "POST object uploads": (contents, _request, key) =>
    xml(`<InitiateMultipartUploadResult><UploadId>${contents.begin(key)}</UploadId></InitiateMultipartUploadResult>`),
  "PUT object uploadId": (contents, request, key) => {
    const { parts } = contents.partial(request.query.get("uploadId") ?? "", key);
    const source = request.headers["x-amz-copy-source"];
    const stored = source ? copied(contents.find(keyOf(source)), request) : storedOf(request);
    parts.set(Number(request.query.get("partNumber")), stored);
    return source ? xml(`<CopyPartResult><ETag>${stored.etag}</ETag></CopyPartResult>`) : { status: 200, headers: { etag: stored.etag } };
  },
  "GET object uploadId": (contents, { query }, key) => {
    const { parts } = contents.partial(query.get("uploadId") ?? "", key);
    const listed = [...parts]
      .sort(([one], [other]) => one - other)
      .map(([number, { etag, body }]) => `<Part><PartNumber>${number}</PartNumber><ETag>${etag}</ETag><Size>${body.length}</Size></Part>`);
    return xml(`<ListPartsResult><IsTruncated>false</IsTruncated>${listed.join("")}</ListPartsResult>`);
  },
  "POST object uploadId": (contents, { query, body }, key) => {
    const numbers = valuesOf(body.toString(), "PartNumber");
    const listed = valuesOf(body.toString(), "ETag").map((etag, index) => ({ number: Number(numbers[index]), etag: unescaped(etag) }));
    const { etag } = contents.complete(query.get("uploadId") ?? "", key, listed);
    return xml(`<CompleteMultipartUploadResult><ETag>${etag}</ETag></CompleteMultipartUploadResult>`);
  },
  "DELETE object uploadId": (contents, { query }, key) => {
    contents.partial(query.get("uploadId") ?? "", key);
    contents.partials.delete(query.get("uploadId") ?? "");
    return { status: 204 };
  },
};

const keyOf = (copySource: string) => decodeURIComponent(copySource).replace(/^\//, "").split("/").slice(1).join("/");

function copied(source: Stored, request: SignedRequest): Stored {
  const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(request.headers["x-amz-copy-source-range"] ?? "") ?? [];
  const body = start && end ? source.body.subarray(Number(start), Number(end) + 1) : source.body;
  return storedOf({ ...request, headers: {}, body });
}

/** An object or one range of it. An address may say with which headers it is answered. */
function read({ body, etag, modifiedAt }: Stored, { query, headers: asked }: SignedRequest): Answer {
  const headers: Record<string, string | number> = { etag, "last-modified": modifiedAt.toUTCString(), "accept-ranges": "bytes" };
  headers["content-type"] = "application/octet-stream";
  for (const [name, value] of query) if (name.startsWith("response-")) headers[name.slice("response-".length)] = value;
  if (asked["if-none-match"] === etag) return { status: 304, headers };
  const ranges = asked.range ? parseRange(body.length, asked.range) : -2;
  if (ranges === -1) throw new S3Refusal("InvalidRange", 416);
  const range = ranges === -2 ? undefined : ranges[0];
  const part = range ? body.subarray(range.start, range.end + 1) : body;
  if (range) headers["content-range"] = `bytes ${range.start}-${range.end}/${body.length}`;
  return { status: range ? 206 : 200, headers: { ...headers, "content-length": part.length }, body: part };
}
