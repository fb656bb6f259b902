import { startServerAndCreateNextHandler } from "@as-integrations/next";
import type { NextRequest } from "next/server";
import { asGraphqlErrors, createGraphqlServer } from "@/lib/api/graphql/server";
import { routeHandler } from "@/lib/api/route-handler";
import { say } from "@/lib/messages/say";
import { currentRequest } from "@/lib/platform/caller/request-context";
import { env } from "@/lib/platform/env";
import { BoardsError } from "@/lib/platform/errors";
import { createContext, type GraphqlContext } from "@/lib/platform/graphql/context";

export { preflight as OPTIONS } from "@/lib/platform/http/guard-route";
export const dynamic = "force-dynamic";

type Handler = (request: NextRequest) => Promise<Response>;
let handler: Handler | undefined;

/** `GET` and `POST /api/graphql` (also `/graphql`). */
const handle = routeHandler({ errors: asGraphqlErrors, maxBodyBytes: () => env().graphql.maxBodyBytes }, async (request) => {
  // Made on the first request, not on import: a build evaluates this module without any configuration.
  handler ??= startServerAndCreateNextHandler<NextRequest, GraphqlContext>(createGraphqlServer(), {
    context: async () => createContext(currentRequest()),
  }) as Handler;
  return handler((await withReadableBody(request)) as NextRequest);
});

/**
 * The integration knows JSON by `application/json` alone, and takes what is no JSON for a fault of ours: the charset, which clients may say,
 * is left out, and a body that cannot be read is refused here.
 */
async function withReadableBody(request: Request): Promise<Request> {
  if (request.method !== "POST" || !/^application\/json\b/i.test(request.headers.get("content-type") ?? "")) return request;
  const body = await request.text();
  try {
    JSON.parse(body);
  } catch (cause) {
    throw new BoardsError("input.invalid", { message: say("reasons.request.noJson"), cause });
  }
  const headers = new Headers(request.headers);
  headers.set("content-type", "application/json");
  return new Request(request.url, { method: "POST", headers, body, signal: request.signal });
}

export { handle as GET, handle as POST };
