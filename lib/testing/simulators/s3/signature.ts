import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/** The keys that open a simulated bucket. */
export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
}

/** A request as it came in. */
export interface SignedRequest {
  method: string;
  /** As it was sent, without the query. */
  path: string;
  query: URLSearchParams;
  headers: Record<string, string | undefined>;
  body: Buffer;
}

interface Claim {
  credential: string;
  date: string;
  signedHeaders: string;
  signature: string;
  payload: string;
}

const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest("hex");
const hmac = (key: string | Buffer, data: string) => createHmac("sha256", key).update(data).digest();
const encode = (text: string) => encodeURIComponent(text).replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * Why a request is refused by AWS Signature Version 4, in headers or in its address; null when it is signed as it must be.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-authenticating-requests.html
 */
export function refusalOf(request: SignedRequest, { accessKeyId, secretAccessKey }: Credentials, now = Date.now()): string | null {
  const claim = request.query.has("X-Amz-Signature") ? fromAddress(request.query) : fromHeaders(request.headers);
  if (!claim) return "AccessDenied";
  const [owner, day = "", region = "", ...scope] = claim.credential.split("/");
  if (owner !== accessKeyId) return "InvalidAccessKeyId";
  const signedAt = Date.parse(claim.date.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, "$1-$2-$3T$4:$5:$6Z"));
  const lifeSeconds = Number(request.query.get("X-Amz-Expires") ?? 900);
  if (!(signedAt - 900_000 <= now && now < signedAt + lifeSeconds * 1000 && lifeSeconds <= 604_800)) return "AccessDenied";
  if (!claim.signedHeaders.split(";").includes("host")) return "AccessDenied";
  // Whoever signs a header of ours must send it; whoever sends one must have signed it.
  const unsigned = Object.keys(request.headers).find((name) => name.startsWith("x-amz-") && !claim.signedHeaders.split(";").includes(name));
  if (unsigned) return "AccessDenied";
  if (claim.payload !== "UNSIGNED-PAYLOAD" && claim.payload !== sha256(request.body)) return "XAmzContentSHA256Mismatch";
  const toSign = ["AWS4-HMAC-SHA256", claim.date, [day, region, ...scope].join("/"), sha256(canonical(request, claim))].join("\n");
  const key = [region, "s3", "aws4_request"].reduce(hmac, hmac(`AWS4${secretAccessKey}`, day));
  const expected = hmac(key, toSign);
  const given = Buffer.from(claim.signature, "hex");
  return given.length === expected.length && timingSafeEqual(given, expected) ? null : "SignatureDoesNotMatch";
}

function canonical({ method, path, query, headers }: SignedRequest, { signedHeaders, payload }: Claim): string {
  const pairs = [...query].filter(([name]) => name !== "X-Amz-Signature").map(([name, value]) => `${encode(name)}=${encode(value)}`);
  const lines = signedHeaders.split(";").map((name) => `${name}:${(headers[name] ?? "").trim()}\n`);
  return [method, path, pairs.sort().join("&"), lines.join(""), signedHeaders, payload].join("\n");
}

function fromAddress(query: URLSearchParams): Claim {
  const of = (name: string) => query.get(`X-Amz-${name}`) ?? "";
  return {
    credential: of("Credential"),
    date: of("Date"),
    signedHeaders: of("SignedHeaders"),
    signature: of("Signature"),
    payload: "UNSIGNED-PAYLOAD",
  };
}

function fromHeaders(headers: SignedRequest["headers"]): Claim | null {
  const found = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]+)$/.exec(headers.authorization ?? "");
  const [, credential = "", signedHeaders = "", signature = ""] = found ?? [];
  return found && { credential, signedHeaders, signature, date: headers["x-amz-date"] ?? "", payload: headers["x-amz-content-sha256"] ?? "" };
}
