import http from "node:http";
import type { AddressInfo } from "node:net";
import type { Logger } from "pino";

/** A request as a route sees it. */
export type RouteRequest = {
  parameters: string[];
  headers: http.IncomingHttpHeaders;
  /** The parsed JSON body; throws HttpError 400 when it is none. */
  json: () => unknown;
};

/** What a route answers, as JSON. */
export type RouteResponse = { status: number; body: unknown };

/** One method and path; `:name` in the path matches one segment. */
export type Route = { method: string; path: string; handle: (request: RouteRequest) => Promise<RouteResponse> };

/** An error whose message the client may read. The SDK reads `error` and `status` of the body. */
export class HttpError extends Error {
  override name = "HttpError";
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

const mostPorts = 200;
const largestBodyBytes = 16 * 1024 * 1024;

async function readBody(request: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > largestBodyBytes) throw new HttpError(413, `A request may carry ${largestBodyBytes} bytes at most.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parseBody(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new HttpError(400, "The body is not valid JSON.");
  }
}

function compile(route: Route): { route: Route; pattern: RegExp } {
  return { route, pattern: new RegExp(`^${route.path.replace(/:\w+/g, "([^/]+)")}/?$`) };
}

/** Listens on this port, or on the next one that is not taken. */
async function listenFrom(server: http.Server, first: number): Promise<void> {
  for (let port = first; ; port++) {
    const error = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
      server.once("error", resolve);
      server.listen(port, "127.0.0.1", () => {
        server.off("error", resolve);
        resolve(undefined);
      });
    });
    if (!error) return;
    if (error.code !== "EADDRINUSE" || port >= Math.min(first + mostPorts, 65_535)) throw error;
  }
}

/** A request before it is routed; `body` reads it whole. */
type IncomingRequest = { method: string; url: string; headers: http.IncomingHttpHeaders; body: () => Promise<string> };

/** Answers a request; never rejects. */
export type Respond = (request: IncomingRequest) => Promise<RouteResponse>;

/** Finds the route of a request and answers what it answers, or what is wrong. */
export function respondWith(routes: Route[], logger: Logger): Respond {
  const compiled = routes.map(compile);
  const route = async ({ method, url, headers, body }: IncomingRequest): Promise<RouteResponse> => {
    const path = new URL(url, "http://127.0.0.1").pathname;
    for (const { route, pattern } of compiled) {
      const match = route.method === method ? pattern.exec(path) : null;
      if (!match) continue;
      const text = await body();
      const parameters = match.slice(1).map((parameter) => decodeURIComponent(parameter));
      return route.handle({ parameters, headers, json: () => parseBody(text) });
    }
    throw new HttpError(404, "Not found.");
  };
  return (request) =>
    route(request).catch((error: unknown): RouteResponse => {
      if (error instanceof HttpError) return { status: error.status, body: { error: error.message, status: error.status } };
      logger.error({ err: error, method: request.method }, "request failed");
      return { status: 500, body: { error: "Internal server error", status: 500 } };
    });
}

/** Serves on 127.0.0.1, on `port` or the first free one after it. */
export async function listen(respond: Respond, port: number): Promise<{ url: string; close: () => Promise<void> }> {
  const server = http.createServer((request, response) => {
    const { method = "", url = "/", headers } = request;
    void respond({ method, url, headers, body: () => readBody(request) }).then(({ status, body }) => {
      response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
    });
  });
  // Longer than the SDK's connections stay idle, so that they are not closed in its face.
  server.keepAliveTimeout = 65_000;
  await listenFrom(server, port);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 1_000).unref();
      }),
  };
}
