import { isIP } from "node:net";
import type { Readable } from "node:stream";
import got, { type OptionsInit } from "got";
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from "request-filtering-agent";
import { env } from "@/lib/env";
import { BoardsError } from "@/lib/errors";

const maximumRedirects = 5;
const timeoutMs = { connect: 10_000, response: 30_000, request: 60_000 };

/**
 * Opens a public http(s) address as a stream. Private, loopback and link-local addresses are refused at the connection itself, on
 * every redirect, so that no spelling of an address, DNS answer or redirect leads inside. `allowedAddresses` are let through all the same.
 */
export async function fetchRemoteFile(
  address: string,
  {
    maxBytes,
    allowedAddresses = env().fetchAllowedAddresses,
    headers = {},
  }: { maxBytes: number; allowedAddresses?: string[]; headers?: Record<string, string> },
): Promise<Readable> {
  const url = parseAddress(address);
  const filter = { allowIPAddressList: allowedAddresses };
  const options: OptionsInit & { isStream: true } = {
    isStream: true,
    agent: { http: new RequestFilteringHttpAgent(filter), https: new RequestFilteringHttpsAgent(filter) },
    maxRedirects: maximumRedirects,
    timeout: timeoutMs,
    retry: { limit: 0 },
    headers: { "user-agent": "boards", ...headers },
    hooks: {
      beforeRedirect: [
        (next) => {
          // What is meant for one host, such as a key, is not for another.
          if (parseAddress(String(next.url)).host !== url.host) for (const name of Object.keys(headers)) delete next.headers[name.toLowerCase()];
        },
      ],
    },
  };
  const stream = got.stream(url, options);
  return new Promise((resolve, reject) => {
    stream.once("error", (cause) => reject(explain(cause)));
    stream.once("response", (response: { headers: Record<string, string | undefined> }) => {
      if (Number(response.headers["content-length"] ?? 0) > maxBytes) {
        stream.destroy();
        reject(
          new BoardsError("artifact.too_large", {
            field: "fileUrl",
            message: `File size (${response.headers["content-length"]} bytes) exceeds maximum allowed size (${maxBytes} bytes)`,
          }),
        );
      } else resolve(stream);
    });
  });
}

function parseAddress(address: string): URL {
  const refuse = (why: string) => new BoardsError("artifact.url_refused", { field: "fileUrl", message: `URL not allowed: ${why}` });
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url) throw refuse("it is not an address");
  if (url.protocol !== "http:" && url.protocol !== "https:") throw refuse("only http and https addresses are fetched");
  if (url.username || url.password) throw refuse("it holds a password");
  const host = url.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  if (!isIP(host) && (host === "localhost" || host.endsWith(".localhost") || host.endsWith(".internal") || !host.includes(".")))
    throw refuse("it leads inside");
  return url;
}

function explain(cause: Error & { response?: { statusCode: number } }): Error {
  if (cause instanceof BoardsError) return cause;
  if (cause.cause instanceof BoardsError) return cause.cause;
  if (/private|not allowed|is not allowed|meta IP/i.test(cause.message))
    return new BoardsError("artifact.url_refused", { field: "fileUrl", message: "URL not allowed: it leads to a private address", cause });
  const status = cause.response ? `Failed to download from URL: HTTP ${cause.response.statusCode}` : undefined;
  return new BoardsError("artifact.download_failed", { field: "fileUrl", message: status, cause });
}
