import http from "node:http";
import type { AddressInfo } from "node:net";
import type { AppHandler } from "@/inngest/local-server/call-app";

/** A call brings what all steps of its run have answered so far: as much as Inngest keeps of one run. */
const maxBodyBytes = 33_554_432;
const path = "/api/inngest";

/** Functions that are served over HTTP. */
export interface FunctionServer {
  port: number;
  /** Takes no further call, and waits for those in flight, `milliseconds` at most. */
  close(milliseconds: number): Promise<void>;
}

/** Serves functions at `/api/inngest` on a host and port (0 takes any), for an engine elsewhere. `open` is told the port. */
export async function serveOverHttp(host: string, port: number, open: (port: number) => Promise<AppHandler>): Promise<FunctionServer> {
  let handler: AppHandler | undefined;
  const answer = async (request: http.IncomingMessage, response: http.ServerResponse) => {
    const { method, headers } = request;
    const url = new URL(request.url ?? "/", "http://worker");
    if (url.pathname !== path) return response.writeHead(404).end();
    if (method !== "POST" && method !== "PUT") return response.writeHead(405, { Allow: "POST, PUT" }).end();
    if (!handler) return response.writeHead(503).end();
    const body = await readBody(request);
    if (body === null) return response.writeHead(413, { Connection: "close" }).end();
    const plain = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value ?? "")]));
    const answered = await handler({ method, url, headers: plain, body });
    response.writeHead(answered.status, answered.headers).end(answered.body);
  };
  const server = http.createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  // Longer than the engine's connections stay idle, so that they are not closed in its face.
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, host, resolve));
  const taken = (server.address() as AddressInfo).port;
  handler = await open(taken);
  return {
    port: taken,
    close: (milliseconds) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => server.closeAllConnections(), milliseconds);
        server.close(() => {
          clearTimeout(timer);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

/** The whole body; null when it is too large. */
async function readBody(request: http.IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBodyBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
