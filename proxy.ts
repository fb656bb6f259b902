import { type NextRequest, NextResponse } from "next/server";
import { localRefusal } from "@/lib/auth/local-origin";
import { env } from "@/lib/env";
import { contentSecurityPolicy, corsHeadersFor, securityHeaders } from "@/lib/security-headers";

const isForPrograms = (path: string) => path.startsWith("/api/") || path === "/graphql" || path === "/health";

/** Runs before every request: who may ask at all, and the headers that guard every answer. */
export function proxy(request: NextRequest) {
  const { isLocal, corsOrigins, isProduction, graphql } = env();
  const origin = request.headers.get("origin");
  const { pathname } = request.nextUrl;
  const refusal = isLocal ? localRefusal(request.headers.get("host"), origin) : null;
  if (refusal) return NextResponse.json({ detail: refusal, code: "FORBIDDEN" }, { status: 403, headers: securityHeaders });

  const cors = isForPrograms(pathname) ? corsHeadersFor(origin, corsOrigins) : {};
  if (request.method === "OPTIONS" && origin) return new NextResponse(null, { status: 204, headers: { ...securityHeaders, ...cors } });
  if (pathname === "/graphiql" && !graphql.graphiql) return new NextResponse(null, { status: 404, headers: securityHeaders });

  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const policy = contentSecurityPolicy(nonce, !isProduction);
  // Next.js reads the nonce for its own scripts from the policy of the request.
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  const response = NextResponse.next({ request: { headers } });
  for (const [name, value] of Object.entries({ ...securityHeaders, ...cors })) response.headers.set(name, value);
  // A file says its own, stricter one.
  if (!pathname.startsWith("/api/storage/")) response.headers.set("content-security-policy", policy);
  return response;
}

export const config = { matcher: [{ source: "/((?!_next/static|_next/image|favicon.ico).*)" }] };
