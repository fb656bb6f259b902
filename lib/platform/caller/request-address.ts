import { isIP } from "node:net";
import { env } from "@/lib/platform/env";

/** Written by instrumentation.ts from the connection itself; whatever a client sends under this name is replaced. */
export const peerHeader = "x-boards-peer";

/** The address that a request comes from: the connection's, or what our own proxy says when BOARDS_TRUST_PROXY is set (or on Vercel). */
export function addressOf(request: Request): string | null {
  if (env().trustProxy || process.env.VERCEL)
    return request.headers.get("x-forwarded-for")?.split(",").at(-1)?.trim().slice(0, 64) || request.headers.get("x-real-ip")?.slice(0, 64) || null;
  return request.headers.get(peerHeader)?.slice(0, 64) ?? null;
}

/**
 * Whose an address is, for counting: one person has a whole /64 of IPv6, and may write from any address in it. Answers an IPv4 address as it
 * is, also where it comes in the clothes of IPv6 or with a port, and "unknown" for none.
 */
export function networkOf(address: string | null): string {
  const bare = (address ?? "")
    .replace(/^\[(.*)\](?::\d+)?$/, "$1")
    .replace(/^([\d.]+):\d+$/, "$1")
    .replace(/%.*$/, "");
  if (isIP(bare) === 4) return bare;
  if (isIP(bare) !== 6) return "unknown";
  const words = wordsOf(bare);
  const isMapped = words.slice(0, 5).every((word) => word === 0) && words[5] === 0xffff;
  if (isMapped)
    return words
      .slice(6)
      .flatMap((word) => [word >> 8, word & 255])
      .join(".");
  return `${words
    .slice(0, 4)
    .map((word) => word.toString(16))
    .join(":")}::/64`;
}

/** The eight numbers of an IPv6 address. */
function wordsOf(address: string): number[] {
  // The URL parser writes each address in one way only, a dotted end included.
  const plain = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [before = [], after] = plain.split("::").map((part) =>
    part
      .split(":")
      .filter(Boolean)
      .map((word) => Number.parseInt(word, 16)),
  );
  return after ? [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after] : before;
}
