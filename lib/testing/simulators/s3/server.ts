import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { type Answer, answer } from "./answer";
import { S3Objects, S3Refusal } from "./objects";
import { type Credentials, refusalOf, type SignedRequest } from "./signature";

const cors = { "access-control-allow-origin": "*", "access-control-allow-methods": "GET, HEAD, PUT", "access-control-allow-headers": "*" };

/**
 * A bucket on this machine that speaks S3's HTTP as it is documented: signatures in headers and addresses, checksums, ranges, writes and
 * copies in parts, lists. `interfere` may answer in its place.
 */
export async function openS3Simulator(credentials: Credentials = { accessKeyId: "boards-test", secretAccessKey: "boards-test-secret" }) {
  const bucket = "boards-test";
  const contents = new S3Objects();
  const simulator = {
    bucket,
    credentials,
    contents,
    /** Method and key of everything that was asked. */
    requests: [] as string[],
    interfere: undefined as ((request: SignedRequest) => Answer | undefined) | undefined,
    url: "",
    /** What leads an installation to this bucket. */
    get settings() {
      return {
        BOARDS_STORAGE_DEFAULT_PROVIDER: "s3",
        BOARDS_STORAGE_S3_BUCKET: bucket,
        BOARDS_STORAGE_S3_ENDPOINT_URL: simulator.url,
        BOARDS_AWS_ACCESS_KEY_ID: credentials.accessKeyId,
        BOARDS_AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      };
    },
    close: () => new Promise<unknown>((done) => server.closeAllConnections() ?? server.close(done)),
  };
  const respond = async (message: IncomingMessage): Promise<Answer> => {
    const request = await read(message);
    if (request.method === "OPTIONS") return { status: 200 };
    const { bucket: asked, key } = placeOf(request, bucket);
    simulator.requests.push(`${request.method} ${key}`);
    const interfered = simulator.interfere?.(request);
    if (interfered) return interfered;
    const refusal = refusalOf(request, credentials);
    if (refusal) throw new S3Refusal(refusal, 403);
    if (asked !== bucket) throw new S3Refusal("NoSuchBucket", 404);
    return answer(contents, request, key);
  };
  const server = createServer((message, response) => {
    respond(message)
      .catch((error): Answer => {
        const { code, status } = error instanceof S3Refusal ? error : new S3Refusal("InternalError", 500);
        return { status, body: `<Error><Code>${code}</Code><Message>${code}</Message></Error>` };
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

async function read(message: IncomingMessage): Promise<SignedRequest> {
  const [path = "", query] = (message.url ?? "").split("?");
  const headers = Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, value?.toString()]));
  return { method: message.method ?? "", path, query: new URLSearchParams(query), headers, body: await buffer(message) };
}

/** Before the bucket, where the endpoint of a client has a path, as Supabase's has. */
export const pathOfEndpoint = "/storage/v1/s3";

/** The bucket stands in the path, or before the name of the server. */
function placeOf({ path, headers }: SignedRequest, bucket: string): { bucket: string | undefined; key: string } {
  const parts = decodeURIComponent(path.replace(pathOfEndpoint, "")).split("/").slice(1);
  if (headers.host?.startsWith(`${bucket}.`)) return { bucket, key: parts.join("/") };
  return { bucket: parts[0], key: parts.slice(1).join("/") };
}
