import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/** A signing key: hex digits in pairs, optionally after `signkey-<environment>-`. */
export const signingKeyPattern = /^(signkey-\w+-)?([0-9a-f]{2})+$/i;

const prefixPattern = /^signkey-\w+-/;
const maximumAgeSeconds = 5 * 60;

/**
 * JSON with sorted keys (RFC 8785): the SDK signs the parsed body in this form, so a call must be sent in it.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map((item) => (item === undefined ? "null" : canonicalJson(item))).join(",")}]`;
  }
  if (value !== null && typeof value === "object") {
    const entries = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([left], [right]) => (left < right ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(",")}}`;
  }
  return JSON.stringify(value);
}

/** Value of `X-Inngest-Signature` for this body, sent now. */
export function sign(body: string, signingKey: string, atSeconds = Math.floor(Date.now() / 1000)): string {
  const digest = createHmac("sha256", signingKey.replace(prefixPattern, ""))
    .update(body + atSeconds)
    .digest("hex");
  return `t=${atSeconds}&s=${digest}`;
}

/** Whether `signature` was made over this body with this key within the last five minutes. */
export function verifySignature(body: string, signature: string | undefined, signingKey: string): boolean {
  const atSeconds = Number(new URLSearchParams(signature).get("t") ?? Number.NaN);
  if (!signature || !Number.isInteger(atSeconds)) return false;
  if (Math.abs(Date.now() / 1000 - atSeconds) > maximumAgeSeconds) return false;
  return sameSecret(sign(body, signingKey, atSeconds), signature);
}

/** The form of the signing key that the SDK sends as its bearer token, so that the key itself never travels. */
export function hashSigningKey(signingKey: string): string {
  const prefix = prefixPattern.exec(signingKey)?.[0] ?? "";
  const key = Buffer.from(signingKey.slice(prefix.length), "hex");
  return prefix + createHash("sha256").update(key).digest("hex");
}

/** Compares two secrets in a time that does not tell where they differ. */
export function sameSecret(left: string, right: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}
