import { randomUUID } from "node:crypto";
import { BoardsError } from "@/lib/errors";
import { log } from "@/lib/log";

/** Wraps a route handler: an error becomes `{detail, code, reason, field}` with its status; an unexpected one only an id that the log has. */
export function answerErrors<Arguments extends unknown[]>(handler: (request: Request, ...rest: Arguments) => Promise<Response>) {
  return async (request: Request, ...rest: Arguments): Promise<Response> => {
    try {
      return await handler(request, ...rest);
    } catch (error) {
      return errorResponse(error);
    }
  };
}

function errorResponse(error: unknown): Response {
  if (error instanceof BoardsError) {
    const { code, httpStatus } = error.row;
    const headers: HeadersInit = httpStatus === 401 ? { "www-authenticate": "Bearer" } : {};
    return Response.json({ detail: error.message, code, reason: error.reason, field: error.field }, { status: httpStatus, headers });
  }
  const errorId = randomUUID();
  log.error({ err: error, errorId }, "a request failed unexpectedly");
  return Response.json({ detail: `Something went wrong on our side (${errorId})`, code: "INTERNAL_SERVER_ERROR", errorId }, { status: 500 });
}
