import { request as overHttp } from "node:http";
import { request as overHttps } from "node:https";
import { Readable } from "node:stream";

/** How long Node's own `fetch` waits for an answer to begin, and no setting changes it. */
export const fetchPatienceSeconds = 300;

const withoutBody = new Set([204, 205, 304]);

/** A `fetch` that waits for an answer as long as its signal lets it, for providers that work within the call. Follows no redirects. */
export const patientFetch: typeof fetch = async (input, init) => {
  const asked = new Request(input, init);
  const body = Buffer.from(await asked.arrayBuffer());
  const headers = { ...Object.fromEntries(asked.headers), ...(body.length > 0 ? { "content-length": String(body.length) } : {}) };
  return new Promise((resolve, reject) => {
    const send = asked.url.startsWith("https:") ? overHttps : overHttp;
    // A connection of its own: one that was kept open may turn out to be closed only when something was sent.
    const outgoing = send(asked.url, { method: asked.method, headers, signal: asked.signal, agent: false }, (incoming) => {
      const { statusCode: status = 0, headersDistinct } = incoming;
      const answered = Object.entries(headersDistinct).flatMap(([name, values = []]) => values.map((value): [string, string] => [name, value]));
      if (withoutBody.has(status)) incoming.resume();
      resolve(new Response(withoutBody.has(status) ? null : (Readable.toWeb(incoming) as ReadableStream), { status, headers: answered }));
    });
    // Gateways forget a connection on which nothing moves.
    outgoing.on("socket", (socket) => socket.setKeepAlive(true, 30_000));
    outgoing.on("error", reject);
    outgoing.end(body);
  });
};
