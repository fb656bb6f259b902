import { createHash, type KeyObject, verify } from "node:crypto";
import type { SignedRequest } from "../s3/signature";

const encode = (text: string) => encodeURIComponent(text).replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);
const jsonOf = (part = "") => JSON.parse(Buffer.from(part, "base64url").toString() || "{}");

/** Whose requests a simulated bucket answers. */
export interface ServiceAccount {
  email: string;
  publicKey: KeyObject;
}

/** Why a request is refused, by its token or by its signed address; null when it is signed as it must be. */
export const refusalOf = (request: SignedRequest, account: ServiceAccount): string | null =>
  request.query.has("X-Goog-Signature") ? refusalOfAddress(request, account) : refusalOfToken(request, account);

/** A token that the account signed itself: https://google.aip.dev/auth/4111 */
function refusalOfToken({ headers }: SignedRequest, { email, publicKey }: ServiceAccount): string | null {
  const [, header, content, signature = ""] = /^Bearer ([^.]+)\.([^.]+)\.([^.]+)$/.exec(headers.authorization ?? "") ?? [];
  if (!verify("RSA-SHA256", Buffer.from(`${header}.${content}`), publicKey, Buffer.from(signature, "base64url"))) return "AuthenticationRequired";
  const { iss, scope, exp } = jsonOf(content);
  return iss === email && /devstorage|cloud-platform/.test(scope) && exp * 1000 > Date.now() ? null : "AccessDenied";
}

/** https://cloud.google.com/storage/docs/authentication/canonical-requests */
function refusalOfAddress({ method, path, query, headers }: SignedRequest, { email, publicKey }: ServiceAccount): string | null {
  const of = (name: string) => query.get(`X-Goog-${name}`) ?? "";
  const [owner, day, ...scope] = of("Credential").split("/");
  if (owner !== email || of("Algorithm") !== "GOOG4-RSA-SHA256") return "AccessDenied";
  const signedAt = Date.parse(of("Date").replace(/^(....)(..)(..)T(..)(..)(..)Z$/, "$1-$2-$3T$4:$5:$6Z"));
  const lifeSeconds = Number(of("Expires"));
  if (!(signedAt - 900_000 <= Date.now() && Date.now() < signedAt + lifeSeconds * 1000 && lifeSeconds <= 604_800)) return "ExpiredToken";
  const signedHeaders = of("SignedHeaders").split(";");
  // Whoever sends a header of Google's must have signed it.
  if (Object.keys(headers).some((name) => name.startsWith("x-goog-") && !signedHeaders.includes(name))) return "AccessDenied";
  const pairs = [...query].filter(([name]) => name !== "X-Goog-Signature").map(([name, value]) => `${encode(name)}=${encode(value)}`);
  // Google's own server has no port, and its client signs none.
  const lines = signedHeaders.map((name) => `${name}:${(headers[name] ?? "").trim().replace(name === "host" ? /:\d+$/ : "", "")}\n`);
  const canonical = [method, path, pairs.sort().join("&"), lines.join(""), signedHeaders.join(";"), "UNSIGNED-PAYLOAD"].join("\n");
  const hash = createHash("sha256").update(canonical).digest("hex");
  const toSign = ["GOOG4-RSA-SHA256", of("Date"), [day, ...scope].join("/"), hash].join("\n");
  return verify("RSA-SHA256", Buffer.from(toSign), publicKey, Buffer.from(of("Signature"), "hex")) ? null : "SignatureDoesNotMatch";
}
