import { startServerAndCreateNextHandler } from "@as-integrations/next";
import type { NextRequest } from "next/server";
import { currentVisit } from "@/lib/auth/visit";
import { door } from "@/lib/door";
import { env } from "@/lib/env";
import { createContext, type GraphqlContext } from "@/lib/graphql/context";
import { asGraphqlErrors, createGraphqlServer } from "@/lib/graphql/server";

export { preflight as OPTIONS } from "@/lib/guard-route";
export const dynamic = "force-dynamic";

type Handler = (request: NextRequest) => Promise<Response>;
let handler: Handler | undefined;

/** `GET` and `POST /api/graphql` (also `/graphql`). */
const handle = door({ errors: asGraphqlErrors, maxBodyBytes: () => env().graphql.maxBodyBytes }, async (request) => {
  // Made on the first request, not on import: a build evaluates this module without any configuration.
  handler ??= startServerAndCreateNextHandler<NextRequest, GraphqlContext>(createGraphqlServer(), {
    context: async () => createContext(currentVisit()),
  }) as Handler;
  return handler(request as NextRequest);
});

export { handle as GET, handle as POST };
