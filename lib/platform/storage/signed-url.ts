import { createHmac, timingSafeEqual } from "node:crypto";
import { LRUCache } from "lru-cache";
import { env } from "@/lib/platform/env";

const hourSeconds = 3600;
const sharedSeconds = 300;
/** However late in its window an address is given out, it opens its file for this long. */
const sharedLeastSeconds = 60;

/** How a file is to be served. Whoever has an address may change `filename` and `download`: it opens the same file in any case. */
export interface SignedUrlOptions {
  /** Without extension: the file's own is added. */
  filename?: string;
  download?: boolean;
  /** The media type of the file, which is served by it without anything being looked up. */
  mimeType?: string | null;
  /** Given out to whoever holds a share link, until this moment (`sharedAddressesEnd`). */
  sharedUntil?: Date;
  /** Opens the file until this moment, instead of for one to two hours. */
  until?: Date;
}

/**
 * When the addresses end that a share link gives out now: in one to five minutes. The end stays the same for four minutes, so that browsers
 * and caches between see the same addresses again.
 */
export function sharedAddressesEnd(now = Date.now()): Date {
  const window = sharedSeconds - sharedLeastSeconds;
  return new Date(Math.ceil((now / 1000 + sharedLeastSeconds) / window) * window * 1000);
}

/** When an address ends that is given out now: to the second, and rounded to the hour where nothing says until when. */
export function addressEnds({ sharedUntil, until = sharedUntil }: SignedUrlOptions, now = Date.now()): Date {
  const seconds = until ? Math.floor(until.getTime() / 1000) : (Math.floor(now / 1000 / hourSeconds) + 2) * hourSeconds;
  return new Date(seconds * 1000);
}

/**
 * The address that opens this file for one to two hours, under the name that the settings give this installation. The expiry is rounded to
 * the hour, so that browsers and client caches see the same address again. Clients may add `download` and `filename`, as the original's do.
 */
export function signStorageUrl(key: string, options: SignedUrlOptions = {}, now = Date.now()): string {
  const { filename = "", download = false, mimeType, sharedUntil } = options;
  const { baseUrl = "", storageSigningKey = "" } = env();
  const expires = String(addressEnds(options, now).getTime() / 1000);
  const name = JSON.stringify([storageSigningKey, baseUrl, key, expires, filename, download, mimeType, Boolean(sharedUntil)]);
  const known = addresses.get(name);
  if (known) return known;
  const query = new URLSearchParams({ expires });
  if (sharedUntil) query.set("shared", "true");
  if (download) query.set("download", "true");
  if (filename) query.set("filename", filename);
  if (mimeType) query.set("type", mimeType);
  query.set("signature", signatureOf(key, expires, Boolean(sharedUntil), mimeType));
  const address = `${baseUrl}/api/storage/${key}?${query}`;
  addresses.set(name, address);
  return address;
}

/** A board asks for the same addresses again, and each would be signed anew. */
const addresses = new LRUCache<string, string>({ max: 10_000 });

/** What a signed address lets its holder do. */
export interface Signature {
  /** For how long it opens its file. */
  secondsLeft: number;
  /** Whether a share link gave it out: many hold the same one. */
  isShared: boolean;
  /** What the file is served as; null when the address does not say it. */
  mimeType: string | null;
}

/** What this query says about opening the file now; null when it opens nothing. */
export function readSignature(key: string, query: URLSearchParams, now = Date.now()): Signature | null {
  const expires = query.get("expires") ?? "";
  const secondsLeft = /^\d{1,12}$/.test(expires) ? Number(expires) - now / 1000 : 0;
  if (secondsLeft <= 0) return null;
  const isShared = query.get("shared") === "true";
  const mimeType = query.get("type");
  const expected = Buffer.from(signatureOf(key, expires, isShared, mimeType));
  const given = Buffer.from(query.get("signature") ?? "");
  return given.length === expected.length && timingSafeEqual(given, expected)
    ? { secondsLeft: Math.floor(secondsLeft), isShared, mimeType: mimeType || null }
    : null;
}

function signatureOf(key: string, expires: string, isShared: boolean, mimeType?: string | null): string {
  // By name, so that no part can be taken for another.
  const signed = JSON.stringify([key, expires, ...(isShared ? ["shared"] : []), ...(mimeType ? [{ type: mimeType }] : [])]);
  return createHmac("sha256", env().storageSigningKey ?? "")
    .update(signed)
    .digest("base64url");
}
