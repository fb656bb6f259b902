import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";

const hourSeconds = 3600;

/** How a file is to be served; part of what is signed. */
export interface SignedUrlOptions {
  /** Without extension: the file's own is added. */
  filename?: string;
  download?: boolean;
}

/**
 * A relative address that opens this file for one to two hours. The expiry is rounded to the hour,
 * so that browsers and client caches see the same address again.
 */
export function signStorageUrl(key: string, { filename = "", download = false }: SignedUrlOptions = {}, now = Date.now()): string {
  const expires = (Math.floor(now / 1000 / hourSeconds) + 2) * hourSeconds;
  const query = new URLSearchParams({ expires: String(expires) });
  if (download) query.set("download", "true");
  if (filename) query.set("filename", filename);
  query.set("signature", signatureOf(key, String(expires), download, filename));
  return `/api/storage/${key}?${query}`;
}

/** Whether this query opens the file now. */
export function isSignatureValid(key: string, query: URLSearchParams, now = Date.now()): boolean {
  const expires = query.get("expires") ?? "";
  if (!/^\d{1,12}$/.test(expires) || Number(expires) * 1000 <= now) return false;
  const expected = Buffer.from(signatureOf(key, expires, query.get("download") === "true", query.get("filename") ?? ""));
  const given = Buffer.from(query.get("signature") ?? "");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function signatureOf(key: string, expires: string, download: boolean, filename: string): string {
  const signed = JSON.stringify([key, expires, download, filename]);
  return createHmac("sha256", env().storageSigningKey ?? "")
    .update(signed)
    .digest("base64url");
}
