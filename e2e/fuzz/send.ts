import { type IncomingMessage, request } from "node:http";

/** One request, as it goes over the line. */
export interface HttpRequest {
  method: string;
  /** As it is sent, which may be no proper address at all. */
  path: string;
  headers: Record<string, string>;
  body?: string | Buffer | undefined;
}

/** What came back; a status of 0 when nothing did. */
export interface HttpAnswer {
  status: number;
  headers: IncomingMessage["headers"];
  text: string;
  json: unknown;
  problem?: string;
}

const patienceMs = 60_000;
const enoughBytes = 2_000_000;
/** Node.js breaks off a connection whose headers are longer than 16 KiB. */
const longestPath = 12_000;

// Node.js itself refuses these, and so would every other client.
const sendable = (text: string) => text.replace(/[^\x21-\xff]/gu, (char) => encodeURIComponent(/\p{Surrogate}/u.test(char) ? "?" : char));
const headerValue = (text: string) => text.replace(/[^\t\x20-\x7e\x80-\xff]/g, "?");

/** Sends a request as it is, and answers whatever happens. Of a stream only the beginning is read. */
export function send(url: string, { method, path, headers, body }: HttpRequest): Promise<HttpAnswer> {
  const { hostname, port } = new URL(url);
  const plain = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, headerValue(value)]));
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const end = (response: IncomingMessage | null, problem?: string) => {
      const text = Buffer.concat(chunks).toString();
      resolve({
        status: response?.statusCode ?? 0,
        headers: response?.headers ?? {},
        text,
        json: parse(text),
        ...(problem === undefined ? {} : { problem }),
      });
    };
    const outgoing = request({
      hostname,
      port,
      method,
      path: sendable(path).slice(0, longestPath),
      headers: plain,
      agent: false,
      signal: AbortSignal.timeout(patienceMs),
    });
    outgoing.on("error", (error) => end(null, error.message));
    outgoing.on("response", (response) => {
      const isStream = String(response.headers["content-type"]).startsWith("text/event-stream");
      let size = 0;
      response.on("data", (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.length;
        if (!isStream && size < enoughBytes) return;
        end(response);
        outgoing.destroy();
      });
      response.on("end", () => end(response));
      response.on("error", (error) => end(response, error.message));
    });
    outgoing.end(body);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
