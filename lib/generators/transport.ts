import { BoardsError } from "@/lib/errors";
import { cutText } from "@/lib/text/characters";
import { fetchPatienceSeconds, patientFetch } from "./patient-fetch";
import { simulatorUrl } from "./simulation";

/** What a provider says in an answer that is no success. */
export interface Refusal {
  status: number;
  /** Parsed when it is JSON, else text; at most 64 KB. */
  body: unknown;
  text: string;
}

interface TransportOptions {
  /** Whether what is sent may cost money once it is accepted. */
  isBillable?: boolean;
  /** Default 60 s; providers that do the work within the call need more. */
  timeoutSeconds?: number;
  /** Whether a refusal is one of content. */
  isContentRefusal?(refusal: Refusal): boolean;
  /** The provider's words on what is wrong with the inputs, where they are in a place of their own. */
  explain?(body: unknown): string | undefined;
}

const refusalBytes = 65_536;
const neverSent = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "UND_ERR_CONNECT_TIMEOUT"]);

/**
 * A `fetch` for a provider's client, where errors are sorted once for all: everything but a success is thrown as a row of the error
 * table, and nothing is sent after an error, so that no client repeats a call by itself: make one for each call of a driver. In a
 * simulation every host is the simulator.
 */
export function transport({ isBillable = false, timeoutSeconds = 60, isContentRefusal, explain }: TransportOptions = {}): typeof fetch {
  let failure: BoardsError | undefined;
  const fail = (error: BoardsError) => {
    failure = error;
    return error;
  };
  return async (input, init = {}) => {
    // Replicate's client repeats whatever fails, a start of unknown outcome too: the second time nothing is sent.
    if (failure) throw failure;
    const isRequest = input instanceof Request;
    // OpenAI's client finds out what `fetch` can do by one of these.
    if (String(input).startsWith("data:")) return fetch(input, init);
    const url = redirected(isRequest ? input.url : String(input));
    const method = (init.method ?? (isRequest ? input.method : "GET")).toUpperCase();
    const isSubmit = isBillable && method === "POST";
    const signal = AbortSignal.any([AbortSignal.timeout(timeoutSeconds * 1000), ...(init.signal ? [init.signal] : [])]);
    const target = isRequest ? new Request(url, input) : url;
    const ask = timeoutSeconds > fetchPatienceSeconds ? patientFetch : fetch;
    const response = await ask(target, { ...init, method, signal }).catch((cause: Error) => {
      throw fail(unreachable(cause, isSubmit));
    });
    if (response.ok) return response;
    throw fail(await refused(response, { isSubmit, isContentRefusal, explain }));
  };
}

/** The address that a request really goes to. */
export function redirected(address: string): string {
  const simulator = simulatorUrl();
  if (!simulator || address.startsWith(`${simulator}/`)) return address;
  const { host, pathname, search } = new URL(address);
  return `${simulator}/${host}${pathname}${search}`;
}

/** The error for a refusal, also for providers that put it into an answer of status 200. */
export function refusalError(refusal: Refusal, { isSubmit = false, isContentRefusal, explain, retryAfterSeconds }: RefusalContext = {}): BoardsError {
  const { status } = refusal;
  const raw = cutText(`${status} ${refusal.text}`, 4000);
  if (isContentRefusal?.(refusal)) return new BoardsError("provider.content_refused", { raw });
  if (status === 401 || status === 403)
    return new BoardsError("provider.not_configured", { raw, message: "The provider does not accept the key that is set up here" });
  if (status === 402) return new BoardsError("provider.not_configured", { raw, message: "The account at the provider has no credit left" });
  if (status === 429) return new BoardsError("provider.rate_limited", { raw, retryAfterSeconds: retryAfterSeconds ?? 10 });
  // Asked to come back later: nothing was accepted.
  if (status === 503) return new BoardsError("provider.unavailable", { raw, retryAfterSeconds });
  if (status >= 500) return new BoardsError(isSubmit ? "provider.outcome_unknown" : "provider.unavailable", { raw });
  return new BoardsError("provider.bad_input", { raw, message: explain?.(refusal.body) ?? sentenceOf(refusal.body) });
}

interface RefusalContext {
  isSubmit?: boolean;
  isContentRefusal?: TransportOptions["isContentRefusal"];
  explain?: TransportOptions["explain"];
  retryAfterSeconds?: number | undefined;
}

async function refused(response: Response, context: RefusalContext): Promise<BoardsError> {
  const text = await startOf(response);
  let body: unknown = text;
  try {
    body = JSON.parse(text);
  } catch {}
  const retryAfterSeconds = secondsOf(response.headers.get("retry-after"));
  return refusalError({ status: response.status, body, text }, { ...context, retryAfterSeconds });
}

async function startOf(response: Response): Promise<string> {
  let text = "";
  const decoder = new TextDecoder();
  try {
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk as Uint8Array, { stream: true });
      if (text.length > refusalBytes) break;
    }
  } catch {}
  return text.slice(0, refusalBytes);
}

function secondsOf(header: string | null): number | undefined {
  if (!header) return undefined;
  const seconds = Number(header);
  const wait = Number.isNaN(seconds) ? (Date.parse(header) - Date.now()) / 1000 : seconds;
  return Number.isFinite(wait) ? Math.min(Math.max(Math.ceil(wait), 1), 3600) : undefined;
}

// Without `cause`: clients look for a socket's error in there, and try again by themselves.
function unreachable(error: Error, isSubmit: boolean): BoardsError {
  const code = (error.cause as { code?: string } | undefined)?.code ?? (error as { code?: string }).code;
  const raw = `${error.name}: ${error.message}${code ? ` (${code})` : ""}`;
  const isCertain = !isSubmit || (code !== undefined && neverSent.has(code));
  return new BoardsError(isCertain ? "provider.unavailable" : "provider.outcome_unknown", { raw });
}

/** The provider's sentence on what is wrong with the inputs, where the answer has one in a usual place. */
function sentenceOf(body: unknown): string | undefined {
  const { detail, error, message, msg } = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;
  const [first] = Array.isArray(detail) ? (detail as { loc?: unknown[]; msg?: string }[]) : [];
  if (first?.msg) return cutText(`${first.loc?.at(-1) ?? "The input"}: ${first.msg}`, 500);
  const nested = (typeof error === "object" && error !== null ? error : {}) as { message?: unknown };
  const sentence = [detail, nested.message, error, message, msg].find((each): each is string => typeof each === "string" && each !== "");
  return sentence ? cutText(`The provider does not accept these inputs: ${sentence}`, 500) : undefined;
}
