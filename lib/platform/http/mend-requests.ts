import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/**
 * Mends what Next.js would fail over and answer an internal error, before it sees a request: TRACE, of which the Fetch standard allows no
 * `Request`, is answered like any method that nobody serves, and a path whose percent signs say no text is taken as it is written.
 */
export function mendRequests(): void {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    if (request.method === "TRACE") request.method = "UNSUPPORTED";
    request.url = withReadablePath(request.url ?? "/");
  });
}

function withReadablePath(url: string): string {
  const [path = "", ...query] = url.split(/(?=\?)/);
  try {
    decodeURIComponent(path);
    return url;
  } catch {
    return [path.replaceAll("%", "%25"), ...query].join("");
  }
}
