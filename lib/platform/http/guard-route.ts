import { env } from "@/lib/platform/env";
import { BoardsError } from "@/lib/platform/errors";
import { carryContentLength } from "@/lib/platform/http/content-length";
import { limitBody } from "@/lib/platform/http/limit-body";
import { assertOwnHost } from "@/lib/platform/http/own-hosts";
import { corsHeadersFor, dataContentSecurityPolicy, securityHeaders } from "@/lib/platform/http/security-headers";

/** What a route takes. */
export interface RouteRules {
  /** Whether it answers under every name, as for a load balancer that asks by address. */
  anyHost?: boolean;
  /** A longer body is refused; 1 MiB unless said otherwise, and Infinity for a handler that sees to it itself, by `readText`. */
  maxBodyBytes?: number | (() => number);
}

const usualBodyBytes = 1_048_576;

/**
 * Every route handler is behind this, most of them by way of `routeHandler`: it refuses foreign hosts and origins and bodies that are too long,
 * and gives each answer its security and CORS headers. Bodies stream through; nothing buffers or cuts them, as proxy.ts would.
 */
export function guardRoute<Rest extends unknown[]>(
  { anyHost = false, maxBodyBytes = usualBodyBytes }: RouteRules,
  handler: (request: Request, ...rest: Rest) => Promise<Response>,
) {
  return async (request: Request, ...rest: Rest): Promise<Response> => {
    const response = await answer(request, rest).catch(refusalOf);
    const headers = { ...securityHeaders(), ...corsHeadersFor(request.headers.get("origin"), env().corsOrigins) };
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
    // A file says its own, stricter one.
    if (!response.headers.has("content-security-policy")) response.headers.set("content-security-policy", dataContentSecurityPolicy);
    carryContentLength(response.headers);
    return response;
  };

  async function answer(request: Request, rest: Rest): Promise<Response> {
    assertOwnHost(request, { anyHost });
    return handler(limitBody(request, typeof maxBodyBytes === "number" ? maxBodyBytes : maxBodyBytes()), ...rest);
  }
}

function refusalOf(error: unknown): Response {
  if (!(error instanceof BoardsError)) throw error;
  const headers = new Headers({ "cache-control": "no-store" });
  if (error.retryAfterSeconds) headers.set("retry-after", String(error.retryAfterSeconds));
  return Response.json({ detail: error.message, ...error.facts }, { status: error.row.httpStatus, headers });
}

/** `OPTIONS` of every route: what a page of another origin may send. */
export const preflight = guardRoute({}, async () => new Response(null, { status: 204 }));
