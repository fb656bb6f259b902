import type { Json } from "@/lib/generators/contract/define-generator";
import { isErrorBody, type RefusalRule, redirected, transport, unstarted } from "@/lib/generators/transport/transport";
import { BoardsError } from "@/lib/platform/errors";

/** Thrown where a client would ask for a job again and again: we ask for it in our own time. */
export class JobGoesOn extends Error {}

/** What a client sends and is answered within one call of a driver. */
export interface WatchedCall {
  /** For the client to use. */
  fetch: typeof fetch;
  /** The answer to what was billed, where it is JSON; undefined before it. */
  readonly answer: Json | undefined;
}

interface CallOptions {
  rules: RefusalRule[];
  timeoutSeconds: number;
}

const addressMark = "boards-address:";

/**
 * Lets a client start something: of `requests`, the last one is billed, and those before it cost nothing (uploads). What the client asks
 * after that is `JobGoesOn` when it is the provider's own address; a result's is not fetched here, where its loss would lose what was paid
 * for, but handed on as `addressOf` knows it.
 */
export function startingCall({ requests, rules, timeoutSeconds }: CallOptions & { requests: number }): WatchedCall {
  let sent = 0;
  let origin = "";
  let answer: Json | undefined;
  return {
    get answer() {
      return answer;
    },
    fetch: async (input, init) => {
      const url = addressIn(input);
      if (sent === requests) return elsewhere(url, origin) ?? goesOn();
      sent++;
      origin = new URL(url).origin;
      const response = await transport({ isBillable: sent === requests, timeoutSeconds, rules })(input, init);
      if (!isJson(response)) {
        answer = null;
        return response;
      }
      const text = await response.text();
      answer = parsed(text);
      // Half an answer would pass for a sound, where the package takes whatever comes.
      if (typeof answer === "string" || isErrorBody(answer)) throw unstarted(answer, rules);
      return new Response(text, { status: response.status, headers: response.headers });
    },
  };
}

/** Lets a client take up a job where another call has left it: its first requests are answered with `answers`, and it may ask for each address once. */
export function resumedCall({ answers, rules, timeoutSeconds }: CallOptions & { answers: Json[] }): WatchedCall {
  const rest = [...answers];
  const asked = new Set<string>();
  let origin = "";
  let answer: Json | undefined;
  return {
    get answer() {
      return answer;
    },
    fetch: async (input, init) => {
      const url = addressIn(input);
      const [known] = rest.splice(0, 1);
      if (known !== undefined) {
        origin = new URL(url).origin;
        return Response.json(known);
      }
      origin ||= new URL(url).origin;
      const other = elsewhere(url, origin);
      if (other) return other;
      if (asked.has(url)) return goesOn();
      asked.add(url);
      const response = await transport({ timeoutSeconds, rules })(input, init);
      const text = await response.text();
      answer = parsed(text);
      return new Response(text, { status: response.status, headers: response.headers });
    },
  };
}

/** What stands for a result: the address that was not fetched, or the bytes as a `data:` address. `base64` without the head of one. */
export function addressOf({ base64, mediaType }: { base64: string; mediaType: string }): string {
  const start = Buffer.from(base64.slice(0, 4096), "base64").toString("utf8");
  return start.startsWith(addressMark) ? start.slice(addressMark.length) : `data:${mediaType};base64,${base64}`;
}

/** The bytes that stand for what lies at an address. */
export const markedBytes = (url: string): Uint8Array => new TextEncoder().encode(addressMark + url);

const addressIn = (input: Parameters<typeof fetch>[0]) => (input instanceof Request ? input.url : String(input));

const elsewhere = (url: string, origin: string) =>
  new URL(url).origin === origin ? null : new Response(markedBytes(redirected(url)) as Uint8Array<ArrayBuffer>);

function goesOn(): never {
  throw new JobGoesOn();
}

const isJson = ({ headers }: Response) => /\bjson\b/.test(headers.get("content-type") ?? "");

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text.slice(0, 1000);
  }
}

/** The row of the error table that a client's error carries, however deep; null for its own errors. */
export function boardsErrorIn(error: unknown): BoardsError | null {
  for (let each = error, depth = 0; each && depth < 8; each = (each as { cause?: unknown }).cause, depth++)
    if (each instanceof BoardsError) return each;
  return null;
}
