import { Readable } from "node:stream";
import { HeaderMap } from "@apollo/server";
import { asGraphqlErrors, createGraphqlServer } from "@/lib/api/graphql/server";
import { answerPages } from "@/lib/api/page-answers";
import { routeHandler } from "@/lib/api/route-handler";
import { say } from "@/lib/messages/say";
import { currentRequest } from "@/lib/platform/caller/request-context";
import { env, ofEnv } from "@/lib/platform/env";
import { BoardsError } from "@/lib/platform/errors";
import { createContext } from "@/lib/platform/graphql/context";
import { readText } from "@/lib/platform/http/limit-body";

export { preflight as OPTIONS } from "@/lib/platform/http/guard-route";
export const dynamic = "force-dynamic";

/** Made on the first request, not on import: a build evaluates this module without any configuration. */
const startedServer = ofEnv(() => {
  const server = createGraphqlServer();
  server.startInBackgroundHandlingStartupErrorsByLoggingAndFailingAllRequests();
  return server;
});

/** `GET` and `POST /api/graphql` (also `/graphql`). */
const handle = routeHandler({ errors: asGraphqlErrors, maxBodyBytes: Number.POSITIVE_INFINITY }, async (request) => {
  const headers = new HeaderMap(request.headers);
  const httpGraphQLRequest = { method: request.method, headers, search: new URL(request.url).search, body: await bodyOf(request) };
  const answer = await startedServer().executeHTTPGraphQLRequest({ httpGraphQLRequest, context: async () => createContext(currentRequest()) });
  const init = { status: answer.status ?? 200, headers: { "cache-control": "no-store", ...Object.fromEntries(answer.headers) } };
  if (answer.body.kind !== "complete") return new Response(Readable.toWeb(Readable.from(answer.body.asyncIterator)) as ReadableStream, init);
  if (init.status === 304) return new Response(null, init);
  const body = Buffer.from(answer.body.string);
  // Next.js compresses what does not say that it is short.
  return new Response(body, { ...init, headers: { ...init.headers, "content-length": String(body.byteLength) } });
});

answerPages(handle);

export { handle as GET, handle as POST };

/** What was sent, read from JSON. Of another type it stays a text, which Apollo refuses. */
async function bodyOf(request: Request): Promise<unknown> {
  if (request.method !== "POST") return undefined;
  const text = await readText(request, env().graphql.maxBodyBytes);
  if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? "")) return text;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new BoardsError("input.invalid", { message: say("reasons.request.noJson"), cause });
  }
}
