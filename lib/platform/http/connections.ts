import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";

/** Written by instrumentation.ts; whatever a client sends under this name is replaced. */
const connectionHeader = "x-boards-connection";

// Each bundle of Next.js evaluates this module for itself; a connection must be known in all of them.
const kept = globalThis as { boardsConnections?: Map<string, ServerResponse> };
kept.boardsConnections ??= new Map();
const connections = kept.boardsConnections;
let count = 0;

/** Remembers the connection of every request that is being answered: route handlers see neither it nor whether it is read. */
export function rememberConnections(): void {
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const id = String(++count);
    request.headers[connectionHeader] = id;
    connections.set(id, response);
    response.once("close", () => connections.delete(id));
  });
}

/** Closes the connection of a request at once, whatever of its answer has not been read. */
export function closeConnection(request: Request): void {
  connections.get(request.headers.get(connectionHeader) ?? "")?.destroy();
}
