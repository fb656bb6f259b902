import { randomUUID } from "node:crypto";
import { authenticate } from "@/lib/identity/sign-in/viewer-of";
import { say } from "@/lib/messages/say";
import { audited } from "@/lib/platform/audit/audited";
import { addressOf, networkOf } from "@/lib/platform/caller/request-address";
import { type Authenticated, duringRequest, nobody, type RequestContext } from "@/lib/platform/caller/request-context";
import { databaseErrorOf } from "@/lib/platform/db/database-error";
import { endWith, withinTenant } from "@/lib/platform/db/tenant-scope";
import { BoardsError } from "@/lib/platform/errors";
import { guardRoute, type RouteRules } from "@/lib/platform/http/guard-route";
import { countAgainst, type LimitName, limitHeaders } from "@/lib/platform/limits/rate-limits";
import { log } from "@/lib/platform/log";

interface HandlerRules extends RouteRules {
  /** What the audit log calls this, for a route that changes something. GraphQL tells its mutations itself. */
  audit?: string;
  /** How an error is said: as `{detail, code, …}`, or as GraphQL says it. */
  errors?: (error: BoardsError) => unknown;
  /** For people who are of no tenant yet: the handler itself finds out who is calling. */
  authenticatesItself?: boolean;
  /** The limit that requests of nobody count against, instead of `anonymous`. */
  limit?: LimitName;
}

/**
 * Every route handler stands behind this: it lets `guardRoute` look at where the request comes from, finds out who is calling, counts the
 * request against its limit, and answers errors by the error table. The handler runs in the tenant scope of the viewer's tenant. An unexpected
 * error shows an id that the log has, and nothing else.
 */
export function routeHandler<Rest extends unknown[]>(
  rules: HandlerRules,
  handler: (request: Request, context: RequestContext, ...rest: Rest) => Promise<Response>,
) {
  return guardRoute<Rest>(rules, async (request, ...rest) => {
    const stranger: RequestContext = {
      requestId: request.headers.get("x-request-id")?.slice(0, 100) || randomUUID(),
      ...nobody,
      ipAddress: addressOf(request),
      userAgent: request.headers.get("user-agent")?.slice(0, 400) ?? null,
      signal: request.signal,
    };
    const headers: Record<string, string> = { "x-request-id": stranger.requestId };
    let context = stranger;
    try {
      const who: Authenticated = rules.authenticatesItself
        ? nobody
        : await duringRequest(stranger, () => authenticate(request)).catch(countRefusal(stranger));
      context = { ...stranger, ...who };
      // By it a page notices that its session has ended, or is someone else's.
      if (!rules.authenticatesItself) headers["x-viewer"] = who.viewer ? `${who.viewer.tenantId} ${who.viewer.userId}` : "nobody";
      Object.assign(headers, await count(context, rules.limit ?? "anonymous"));
      const { viewer } = context;
      const answer = () =>
        withinTenant(viewer?.tenantId ?? null, () => {
          if (request.method === "GET" || request.method === "HEAD") endWith(request.signal);
          return handler(request, context, ...rest);
        });
      const about = { viewer, action: rules.audit ?? "", reasonOf: (error: unknown) => reasonOf(request, error) };
      const response = await duringRequest(context, () => (rules.audit ? audited(about, answer) : answer()));
      for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
      return response;
    } catch (error) {
      return errorResponse(leaveOf(request, error) ?? databaseErrorOf(error) ?? unexpected(error, context), rules, headers);
    }
  });
}

async function count({ viewer, ipAddress }: RequestContext, limit: LimitName): Promise<Record<string, string>> {
  return limitHeaders(await (viewer ? countAgainst("request", viewer.accountId) : countAgainst(limit, networkOf(ipAddress))));
}

/** Whoever shows a key or a token that does not hold is a stranger, and counted as one: trying many of them is work, too. */
const countRefusal = (stranger: RequestContext) => async (error: unknown) => {
  await count(stranger, "anonymous");
  throw error;
};

/** What failed because the client closed its connection while it was still sending, or while its answer was made; null for every other error. */
function leaveOf(request: Request, error: unknown): BoardsError | null {
  const isCutOff = error instanceof Error && error.message === "aborted" && (error as NodeJS.ErrnoException).code === "ECONNRESET";
  const isAborted = error instanceof Error && error.name === "AbortError" && request.signal.aborted;
  return isCutOff || isAborted ? new BoardsError("request.abandoned", { cause: error }) : null;
}

const reasonOf = (request: Request, error: unknown) => (leaveOf(request, error) ?? databaseErrorOf(error))?.reason ?? "internal.unexpected";

function unexpected(error: unknown, { requestId, viewer }: RequestContext): BoardsError {
  const errorId = randomUUID();
  log.error({ err: error, errorId, requestId, userId: viewer?.userId }, "request failed unexpectedly");
  return new BoardsError("internal.unexpected", { message: say("reasons.internal.unexpected", { id: errorId }) });
}

function errorResponse(error: BoardsError, { errors = asDetail }: HandlerRules, headers: Record<string, string>): Response {
  const { httpStatus } = error.row;
  if (httpStatus === 401) headers["www-authenticate"] = "Bearer";
  if (error.retryAfterSeconds) headers["retry-after"] = String(error.retryAfterSeconds);
  return Response.json(errors(error), { status: httpStatus, headers: { ...headers, "cache-control": "no-store" } });
}

const asDetail = (error: BoardsError) => ({ detail: error.message, ...error.facts });
