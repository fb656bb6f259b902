import { isIP } from "node:net";
import type { Readable } from "node:stream";
import got, { type OptionsInit, type PlainResponse } from "got";
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from "request-filtering-agent";
import { arrivingBytes } from "@/lib/generations/artifacts/arriving-bytes";
import { say } from "@/lib/messages/say";
import { env } from "@/lib/platform/env";
import { BoardsError } from "@/lib/platform/errors";

const maximumRedirects = 5;
const timeoutMs = { connect: 10_000, socket: 60_000 };
/** 2 Mbit/s: a server that sends less on the whole does not keep a request waiting. */
const slowestBytesPerMs = 250;

/** Why a file did not come. */
export interface FetchFailure {
  /** Of the other server's answer, if it answered. */
  status?: number;
  message?: string;
  cause?: unknown;
}

/** How a file is fetched. */
export interface FetchRules {
  maxBytes: number;
  headers?: Record<string, string>;
  /** Origins of servers that an admin named. What begins at one of them stays at them; everything else stays out there, redirects included. */
  ownOrigins?: string[];
  /** Private addresses that count as public. */
  allowedAddresses?: string[];
  /** The error for a file that does not come, or not whole. */
  failure?: (failure: FetchFailure) => BoardsError;
}

const downloadFailed = ({ message, cause }: FetchFailure) => new BoardsError("artifact.download_failed", { field: "fileUrl", message, cause });

/**
 * Opens an http(s) address as a stream that fails unless the file comes whole: the one way in which files are fetched. Private, loopback and
 * link-local addresses are refused at the connection itself, on every redirect, so that no spelling of an address, DNS answer or redirect
 * leads inside.
 */
export async function fetchRemoteFile(
  address: string,
  { maxBytes, headers = {}, ownOrigins = [], allowedAddresses = env().fetchAllowedAddresses, failure = downloadFailed }: FetchRules,
): Promise<Readable> {
  const isOwn = URL.canParse(address) && ownOrigins.includes(new URL(address).origin);
  const allow = (next: string) => (isOwn ? assertOwn(next, ownOrigins) : assertPublic(next));
  const url = allow(address);
  const filter = { allowIPAddressList: allowedAddresses };
  const agent = { http: new RequestFilteringHttpAgent(filter), https: new RequestFilteringHttpsAgent(filter) };
  const options: OptionsInit & { isStream: true } = {
    isStream: true,
    ...(isOwn ? {} : { agent }),
    maxRedirects: maximumRedirects,
    timeout: { ...timeoutMs, request: timeoutMs.socket + maxBytes / slowestBytesPerMs },
    retry: { limit: 0 },
    headers: { "user-agent": "boards", ...headers },
    hooks: {
      beforeRedirect: [
        (next) => {
          // What is meant for one server, such as a key, is not for another.
          if (allow(String(next.url)).origin !== url.origin) for (const name of Object.keys(headers)) delete next.headers[name.toLowerCase()];
        },
      ],
    },
  };
  const stream = got.stream(url, options);
  return new Promise((resolve, reject) => {
    stream.once("error", (cause) => reject(explain(cause, failure)));
    stream.once("response", (response: PlainResponse) => {
      const announced = Number(response.headers["content-length"] ?? 0);
      if (announced <= maxBytes) return resolve(arrivingBytes(stream, { sizeBytes: null, incomplete: (cause) => explain(cause, failure) }));
      stream.destroy();
      const message = say("reasons.artifact.remoteTooLarge", { size: String(announced), limit: String(maxBytes) });
      reject(new BoardsError("artifact.too_large", { field: "fileUrl", message }));
    });
  });
}

const refused = (message: string) => new BoardsError("artifact.url_refused", { field: "fileUrl", message });

function assertOwn(address: string, ownOrigins: string[]): URL {
  const url = new URL(address);
  if (!ownOrigins.includes(url.origin)) throw refused(say("reasons.artifact.url.leavesOwnServer"));
  return url;
}

function assertPublic(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url) throw refused(say("reasons.artifact.url.invalid"));
  if (url.protocol !== "http:" && url.protocol !== "https:") throw refused(say("reasons.artifact.url.scheme"));
  if (url.username || url.password) throw refused(say("reasons.artifact.url.password"));
  const host = url.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  if (!isIP(host) && (host === "localhost" || host.endsWith(".localhost") || host.endsWith(".internal") || !host.includes(".")))
    throw refused(say("reasons.artifact.url.internal"));
  return url;
}

interface GotError extends Error {
  response?: { statusCode: number };
}

function explain(error: unknown, failure: (failure: FetchFailure) => BoardsError): BoardsError {
  const { message, cause, response } = error as GotError;
  if (cause instanceof BoardsError) return cause;
  if (/private|not allowed|is not allowed|meta IP/i.test(message)) return refused(say("reasons.artifact.url.private"));
  if (response && response.statusCode >= 300)
    return failure({ status: response.statusCode, message: say("reasons.artifact.downloadStatus", { status: String(response.statusCode) }) });
  // Not got's own error: that one holds the address and the headers, and errors end up in logs.
  return failure({ cause: cause ?? new Error(message) });
}
