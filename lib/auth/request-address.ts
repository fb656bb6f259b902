import { env } from "@/lib/env";

/** Written by instrumentation.ts from the connection itself; whatever a client sends under this name is replaced. */
export const peerHeader = "x-boards-peer";

/** The address that a request comes from: the connection's, or what our own proxy says when BOARDS_TRUST_PROXY is set (or on Vercel). */
export function addressOf(request: Request): string | null {
  if (env().trustProxy || process.env.VERCEL)
    return request.headers.get("x-forwarded-for")?.split(",").at(-1)?.trim().slice(0, 64) || request.headers.get("x-real-ip")?.slice(0, 64) || null;
  return request.headers.get(peerHeader)?.slice(0, 64) ?? null;
}
