import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import parseRange from "range-parser";
import { S3Objects, S3Refusal, type Stored } from "../s3/objects";
import type { SignedRequest } from "../s3/signature";

interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: Buffer;
}

interface Delegation {
  pathname: string;
  operations: string[];
  validUntil: number;
  maximumSizeInBytes?: number;
}

const api = "/api/blob";
const secret = "secret of the store";
const cors = { "access-control-allow-origin": "*", "access-control-allow-methods": "PUT", "access-control-allow-headers": "*" };
const hmac = (key: string, data: string) => createHmac("sha256", key).update(data).digest("base64url");
const json = (value: unknown): Answer => ({ status: 200, headers: { "content-type": "application/json" }, body: Buffer.from(JSON.stringify(value)) });

/**
 * A private store on this machine that speaks the HTTP of Vercel Blob as Vercel's client does: tokens, signed addresses for uploads, uploads
 * in parts, copies, lists with cursors. Files are read from a host of the store's own: `hostOfFiles`. `interfere` may answer in its place.
 */
export async function openVercelBlobSimulator() {
  const token = "vercel_blob_rw_store123_testsecret";
  const contents = new S3Objects();
  const simulator = {
    token,
    contents,
    hostOfFiles: "https://store123.private.blob.vercel-storage.com",
    /** Method and path of everything that was asked. */
    requests: [] as string[],
    interfere: undefined as ((request: SignedRequest) => Answer | undefined) | undefined,
    origin: "",
    /** What VERCEL_BLOB_API_URL must be. */
    url: "",
    close: () => new Promise<unknown>((done) => server.closeAllConnections() ?? server.close(done)),
  };
  const respond = async (message: IncomingMessage): Promise<Answer> => {
    const request = await read(message);
    if (request.method === "OPTIONS") return { status: 200 };
    simulator.requests.push(`${request.method} ${request.path}`);
    const interfered = simulator.interfere?.(request);
    if (interfered) return interfered;
    const isOwner = request.headers.authorization === `Bearer ${token}`;
    if (!request.path.startsWith(api)) return isOwner ? file(contents, request) : { status: 403 };
    if (!isOwner && !(request.method === "PUT" && isSigned(request))) throw new S3Refusal("forbidden", 403);
    return answer(contents, request);
  };
  const server = createServer((message, response) => {
    respond(message)
      .catch((error): Answer => {
        const { code, status } = error instanceof S3Refusal ? error : new S3Refusal("internal_server_error", 500);
        const told = { NoSuchKey: "not_found", NoSuchUpload: "not_found" }[code] ?? code;
        return { ...json({ error: { code: told, message: told } }), status };
      })
      .then(({ status, headers = {}, body = Buffer.alloc(0) }) => {
        response.writeHead(status, { ...cors, "content-length": body.length, ...headers });
        response.end(body);
      });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  simulator.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  simulator.url = `${simulator.origin}${api}`;
  return simulator;
}

/** Whether an address may upload this: by the token that its delegation was issued with. */
function isSigned({ query, body }: SignedRequest): boolean {
  const [delegation, signature] = [query.get("vercel-blob-delegation") ?? "", query.get("vercel-blob-signature")];
  const [payload = "", seal] = delegation.split(".");
  if (seal !== hmac(secret, payload)) return false;
  const { pathname, operations, validUntil, maximumSizeInBytes = Infinity } = JSON.parse(Buffer.from(payload, "base64url").toString()) as Delegation;
  const signed = [...query].filter(([name]) => name.startsWith("vercel-blob-") && !/delegation|signature/.test(name)).map((pair) => pair.join("="));
  const canonical = ["operation=put", `pathname=${query.get("pathname")}`, ...signed].sort().join("\n");
  if (signature !== hmac(hmac(secret, delegation), canonical)) return false;
  if (body.length > maximumSizeInBytes) throw new S3Refusal("file_too_large", 400);
  return operations.includes("put") && pathname === query.get("pathname") && Date.now() < validUntil;
}

function answer(contents: S3Objects, request: SignedRequest): Answer {
  const { method, query, headers, body } = request;
  const path = request.path.slice(api.length);
  const pathname = query.get("pathname") ?? "";
  if (path === "/signed-token") {
    const payload = Buffer.from(JSON.stringify({ storeId: "store123", ...JSON.parse(body.toString()) })).toString("base64url");
    const delegationToken = `${payload}.${hmac(secret, payload)}`;
    return json({ delegationToken, clientSigningToken: hmac(secret, delegationToken), validUntil: JSON.parse(body.toString()).validUntil });
  }
  if (path === "/delete") {
    for (const key of JSON.parse(body.toString()).urls) contents.objects.delete(key);
    return json(null);
  }
  if (path === "/mpu") return part(contents, request, pathname);
  if (method === "PUT") {
    if (headers["x-vercel-blob-access"] !== "private" || headers["x-add-random-suffix"] !== "0") throw new S3Refusal("bad_request", 400);
    if (contents.objects.has(pathname) && headers["x-allow-overwrite"] !== "1") throw new S3Refusal("bad_request", 400);
    const from = query.get("fromUrl");
    return stored(contents, pathname, from ? contents.find(from).body : body);
  }
  const url = query.get("url");
  return json(url ? factsOf(url, contents.find(url)) : listed(contents, query));
}

function part(contents: S3Objects, { headers, body }: SignedRequest, pathname: string): Answer {
  const id = headers["x-mpu-upload-id"] ?? "";
  if (headers["x-mpu-action"] === "create") return json({ uploadId: contents.begin(pathname), key: pathname });
  const etag = `"${createHash("md5").update(body).digest("hex")}"`;
  if (headers["x-mpu-action"] === "upload") {
    contents.partial(id, pathname).parts.set(Number(headers["x-mpu-part-number"]), { body, etag, modifiedAt: new Date() });
    return json({ etag });
  }
  const parts = JSON.parse(body.toString()) as { partNumber: number; etag: string }[];
  const listed = parts.map(({ partNumber: number, etag: given }) => ({ number, etag: given })).sort((one, other) => one.number - other.number);
  return json(factsOf(pathname, contents.complete(id, pathname, listed)));
}

function listed(contents: S3Objects, query: URLSearchParams) {
  // Cursors say nothing to whoever has them.
  const after = Buffer.from(query.get("cursor") ?? "", "base64").toString();
  const { keys, isTruncated } = contents.list(query.get("prefix") ?? "", after, Number(query.get("limit") ?? 1000));
  const blobs = keys.map((key) => factsOf(key, contents.find(key)));
  return { blobs, hasMore: isTruncated, ...(isTruncated ? { cursor: Buffer.from(keys.at(-1) ?? "").toString("base64") } : {}) };
}

function stored(contents: S3Objects, pathname: string, body: Buffer): Answer {
  const object = { body, etag: `"${createHash("md5").update(body).digest("hex")}"`, modifiedAt: new Date() };
  contents.objects.set(pathname, object);
  return json(factsOf(pathname, object));
}

function factsOf(pathname: string, { body, etag, modifiedAt }: Stored) {
  const url = `https://store123.private.blob.vercel-storage.com/${pathname}`;
  const served = { contentType: "application/octet-stream", contentDisposition: "inline", cacheControl: "private" };
  return { url, downloadUrl: `${url}?download=1`, pathname, size: body.length, uploadedAt: modifiedAt.toISOString(), etag, ...served };
}

function file(contents: S3Objects, { path, headers }: SignedRequest): Answer {
  const found = contents.objects.get(decodeURIComponent(path.slice(1)));
  if (!found) return { status: 404 };
  const ranges = headers.range ? parseRange(found.body.length, headers.range) : -2;
  if (ranges === -1) return { status: 416 };
  const range = ranges === -2 ? undefined : ranges[0];
  return range ? { status: 206, body: found.body.subarray(range.start, range.end + 1) } : { status: 200, body: found.body };
}

async function read(message: IncomingMessage): Promise<SignedRequest> {
  const [path = "", query] = (message.url ?? "").split("?");
  const headers = Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, value?.toString()]));
  return { method: message.method ?? "", path, query: new URLSearchParams(query), headers, body: await buffer(message) };
}
