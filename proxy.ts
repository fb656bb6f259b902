import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/platform/env";
import { BoardsError } from "@/lib/platform/errors";
import { assertOwnHost } from "@/lib/platform/http/own-hosts";
import { contentSecurityPolicy, securityHeaders } from "@/lib/platform/http/security-headers";
import { storageOrigins } from "@/lib/platform/storage/storage-plan";

/**
 * Runs before every page: who may ask at all, and the headers that guard the answer. Route handlers do the same by `guardRoute` and never
 * come by here, since Next.js keeps what passes a proxy in memory, and cuts it at 10 MB.
 */
export function proxy(request: NextRequest) {
  const { isProduction, graphql } = env();
  const refusal = refusalOf(request);
  if (refusal) return NextResponse.json({ detail: refusal.message, ...refusal.facts }, { status: 403, headers: securityHeaders() });
  if (request.nextUrl.pathname === "/graphiql" && !graphql.graphiql) return new NextResponse(null, { status: 404, headers: securityHeaders() });

  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const policy = contentSecurityPolicy(nonce, { isDevelopment: !isProduction, storageOrigins: storageOrigins() });
  // Next.js reads the nonce for its own scripts from the policy of the request.
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  const response = NextResponse.next({ request: { headers } });
  for (const [name, value] of Object.entries({ ...securityHeaders(), "content-security-policy": policy })) response.headers.set(name, value);
  return response;
}

function refusalOf(request: NextRequest): BoardsError | null {
  try {
    assertOwnHost(request);
    return null;
  } catch (error) {
    if (error instanceof BoardsError) return error;
    throw error;
  }
}

export const config = {
  matcher: [
    { source: "/((?!api/|graphql$|health$|_next/static|_next/image|favicon.ico).*)" },
    // GraphiQL, a page, where a person comes to the address of GraphQL.
    { source: "/graphql", has: [{ type: "header", key: "accept", value: ".*text/html.*" }] },
  ],
};
