import { startServerAndCreateNextHandler } from "@as-integrations/next";
import type { NextRequest } from "next/server";
import { currentVisit } from "@/lib/auth/visit";
import { door } from "@/lib/door";
import { env } from "@/lib/env";
import { BoardsError } from "@/lib/errors";
import { createContext, type GraphqlContext } from "@/lib/graphql/context";
import { asGraphqlErrors, createGraphqlServer } from "@/lib/graphql/server";
import { readBody } from "./read-body";

export const dynamic = "force-dynamic";

type Handler = (request: NextRequest) => Promise<Response>;
let handler: Handler | undefined;

/** `GET` and `POST /api/graphql` (also `/graphql`). */
const handle = door({ errors: asGraphqlErrors }, async (request) => {
  // Made on the first request, not on import: a build evaluates this module without any configuration.
  handler ??= startServerAndCreateNextHandler<NextRequest, GraphqlContext>(createGraphqlServer(), {
    context: async () => createContext(currentVisit()),
  }) as Handler;
  const { maxBodyBytes } = env().graphql;
  const body = request.method === "POST" ? await readBody(request, maxBodyBytes) : null;
  if (body === "too large") throw new BoardsError("request.too_large", { message: `A request takes at most ${maxBodyBytes} bytes` });
  return handler((body === null ? request : new Request(request.url, { method: "POST", headers: request.headers, body })) as NextRequest);
});

export { handle as GET, handle as POST };
