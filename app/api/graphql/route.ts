import { startServerAndCreateNextHandler } from "@as-integrations/next";
import type { NextRequest } from "next/server";
import { viewerOf } from "@/lib/auth/viewer";
import { BoardsError } from "@/lib/errors";
import { createContext, type GraphqlContext } from "@/lib/graphql/context";
import { createGraphqlServer, toGraphqlError } from "@/lib/graphql/server";

export const dynamic = "force-dynamic";

type Handler = (request: NextRequest) => Promise<Response>;
let handler: Handler | undefined;

// Made on the first request, not on import: a build evaluates this module without any configuration.
function handle(request: NextRequest) {
  handler ??= startServerAndCreateNextHandler<NextRequest, GraphqlContext>(createGraphqlServer(), { context: contextOf }) as Handler;
  return handler(request);
}

async function contextOf(request: NextRequest) {
  try {
    return createContext(await viewerOf(request), request.headers.get("x-request-id")?.slice(0, 100));
  } catch (error) {
    throw error instanceof BoardsError ? toGraphqlError(error) : error;
  }
}

export { handle as GET, handle as POST };
