import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";

const hourSeconds = 3600;

/** How a file is to be served. Whoever has an address may change it: it opens the same file in any case. */
export interface SignedUrlOptions {
  /** Without extension: the file's own is added. */
  filename?: string;
  download?: boolean;
}

/**
 * The address that opens this file for one to two hours, under the name that the settings give this installation. The expiry is rounded to
 * the hour, so that browsers and client caches see the same address again. Clients may add `download` and `filename`, as the original's do.
 */
export function signStorageUrl(key: string, { filename = "", download = false }: SignedUrlOptions = {}, now = Date.now()): string {
  const expires = (Math.floor(now / 1000 / hourSeconds) + 2) * hourSeconds;
  const query = new URLSearchParams({ expires: String(expires) });
  if (download) query.set("download", "true");
  if (filename) query.set("filename", filename);
  query.set("signature", signatureOf(key, String(expires)));
  return `${env().baseUrl ?? ""}/api/storage/${key}?${query}`;
}

/** Whether this query opens the file now. */
export function isSignatureValid(key: string, query: URLSearchParams, now = Date.now()): boolean {
  const expires = query.get("expires") ?? "";
  if (!/^\d{1,12}$/.test(expires) || Number(expires) * 1000 <= now) return false;
  const expected = Buffer.from(signatureOf(key, expires));
  const given = Buffer.from(query.get("signature") ?? "");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function signatureOf(key: string, expires: string): string {
  const signed = JSON.stringify([key, expires]);
  return createHmac("sha256", env().storageSigningKey ?? "")
    .update(signed)
    .digest("base64url");
}
