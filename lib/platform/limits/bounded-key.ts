import { createHmac } from "node:crypto";
import { env } from "@/lib/platform/env";

const buckets = 2 ** 17;

/**
 * The counter for a name: however many names are tried, there are no more counters of a kind than these. Two names seldom meet in one, and
 * nobody can tell which do.
 */
export function boundedKey(kind: string, name: string): string {
  const digest = createHmac("sha256", env().storageSigningKey ?? "")
    .update(`${kind}:${name}`)
    .digest();
  return `${kind}:${digest.readUInt32BE(0) % buckets}`;
}
