import { isSecure } from "@/lib/platform/http/session-cookie";

/**
 * The Content-Security-Policy of pages: scripts of ours alone, by a nonce that is new for every answer. Files come from, and go to, the
 * storages' own origins, where they have one.
 */
export function contentSecurityPolicy(
  nonce: string,
  { isDevelopment, storageOrigins: storage }: { isDevelopment: boolean; storageOrigins: string[] },
): string {
  const rules: Record<string, string[]> = {
    "default-src": ["'self'"],
    // React's development tools evaluate; nothing else may.
    "script-src": ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'", ...(isDevelopment ? ["'unsafe-eval'"] : [])],
    // Components set widths and colors on their elements.
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "blob:", "data:", "https:", ...storage],
    "media-src": ["'self'", "blob:", "https:", ...storage],
    "font-src": ["'self'", "data:"],
    "connect-src": ["'self'", ...storage, ...(isDevelopment ? ["ws:"] : [])],
    "worker-src": ["'self'", "blob:"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
  };
  return Object.entries(rules)
    .map(([name, sources]) => `${name} ${sources.join(" ")}`)
    .join("; ");
}

/** The policy of what programs read: should a browser show it as a page, it does nothing. */
export const dataContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Headers of every answer. Where people come by HTTPS, browsers are told to come by nothing else for a year. */
export function securityHeaders(): Record<string, string> {
  return {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    // Never more than the origin, not even to ourselves: addresses of pages hold tokens of invitations, share links and the like.
    "referrer-policy": "strict-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=()",
    ...(isSecure() ? { "strict-transport-security": "max-age=31536000" } : {}),
  };
}

const corsMethods = "GET, HEAD, POST, PUT, DELETE, OPTIONS";
const corsHeaders = "authorization, content-type, x-tenant, x-request-id, apollo-require-preflight, last-event-id";

/** What an answer says to a page of another origin: nothing, unless BOARDS_CORS_ORIGINS lists it. Cookies never travel there. */
export function corsHeadersFor(origin: string | null, allowed: readonly string[]): Record<string, string> {
  if (!origin || !allowed.includes(origin)) return {};
  return {
    "access-control-allow-origin": origin,
    "access-control-allow-methods": corsMethods,
    "access-control-allow-headers": corsHeaders,
    "access-control-expose-headers": "x-request-id, ratelimit-limit, ratelimit-remaining, ratelimit-reset, retry-after",
    "access-control-max-age": "600",
    vary: "origin",
  };
}
