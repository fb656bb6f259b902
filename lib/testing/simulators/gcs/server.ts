import { generateKeyPairSync } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { type Answer, answer } from "../s3/answer";
import { S3Objects, S3Refusal } from "../s3/objects";
import type { SignedRequest } from "../s3/signature";
import { answerJson, JsonApiState } from "./json-api";
import { refusalOf } from "./signature";

const cors = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "GET, HEAD, PUT",
  "access-control-allow-headers": "content-type, x-goog-content-length-range",
};

/**
 * A bucket on this machine that speaks the HTTP of Google Cloud Storage as it is documented: the JSON API with tokens, uploads that are
 * resumed, checksums, rewrites and lists, and the XML API with signed addresses and uploads in parts, which are those of S3. `interfere` may
 * answer in its place.
 */
export async function openGcsSimulator() {
  const bucket = "boards-test";
  const email = "boards@test.iam.gserviceaccount.com";
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const credentials = { type: "service_account", client_email: email, private_key: String(privateKey.export({ type: "pkcs8", format: "pem" })) };
  const contents = new S3Objects();
  const state = new JsonApiState();
  const simulator = {
    bucket,
    credentials,
    contents,
    state,
    /** Method and path of everything that was asked. */
    requests: [] as string[],
    interfere: undefined as ((request: SignedRequest) => Answer | undefined) | undefined,
    url: "",
    /** What leads an installation to this bucket. */
    get settings() {
      return {
        BOARDS_STORAGE_DEFAULT_PROVIDER: "gcs",
        BOARDS_STORAGE_GCS_BUCKET: bucket,
        BOARDS_STORAGE_GCS_ENDPOINT_URL: simulator.url,
        BOARDS_STORAGE_GCS_CREDENTIALS: JSON.stringify(credentials),
      };
    },
    close: () => new Promise<unknown>((done) => server.closeAllConnections() ?? server.close(done)),
  };
  const respond = async (message: IncomingMessage): Promise<Answer> => {
    const request = await read(message);
    if (request.method === "OPTIONS") return { status: 200 };
    simulator.requests.push(`${request.method} ${request.path}`);
    const interfered = simulator.interfere?.(request);
    if (interfered) return interfered;
    const refusal = opensSession(request) ? null : refusalOf(request, { email, publicKey });
    if (refusal) throw new S3Refusal(refusal, 403);
    return /^(\/upload)?\/storage\/v1\//.test(request.path) ? answerJson(contents, state, request, bucket) : answerXml(contents, request, bucket);
  };
  const server = createServer((message, response) => {
    respond(message)
      .catch((error): Answer => {
        const { code, status } = error instanceof S3Refusal ? error : new S3Refusal("internalError", 500);
        const told = { error: { code: status, message: code, errors: [{ reason: code, message: code }] } };
        return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(told) };
      })
      .then(({ status, headers = {}, body = "" }) => {
        response.writeHead(status, { ...cors, "content-length": Buffer.byteLength(body), ...headers });
        response.end(message.method === "HEAD" ? undefined : body);
      });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  simulator.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return simulator;
}

/**
 * An upload in several requests is opened without a token by Google's client where the server is not Google's (startResumableUpload_ of its
 * 8.4.0); its address then stands for a token, as it does there.
 */
const opensSession = ({ path, query }: SignedRequest) => path.startsWith("/upload/") && query.get("uploadType") === "resumable";

function answerXml(contents: S3Objects, request: SignedRequest, bucket: string): Answer {
  const [, asked, ...parts] = decodeURIComponent(request.path).split("/");
  if (asked !== bucket) throw new S3Refusal("NoSuchBucket", 404);
  const key = parts.join("/");
  const [least = 0, most = Number.POSITIVE_INFINITY] = request.headers["x-goog-content-length-range"]?.split(",").map(Number) ?? [];
  if (request.body.length < least || request.body.length > most) throw new S3Refusal("EntityTooLarge", 400);
  // No address of Google's says how long its answer is kept.
  request.query.delete("response-cache-control");
  const { headers, ...answered } = answer(contents, request, key);
  const cacheControl = request.method === "GET" && contents.objects.get(key)?.cacheControl;
  return { ...answered, headers: { ...headers, ...(cacheControl ? { "cache-control": cacheControl } : {}) } };
}

async function read(message: IncomingMessage): Promise<SignedRequest> {
  const [path = "", query] = (message.url ?? "").split("?");
  const headers = Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, value?.toString()]));
  return { method: message.method ?? "", path, query: new URLSearchParams(query), headers, body: await buffer(message) };
}
