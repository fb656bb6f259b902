import { say } from "@/lib/messages/say";
import { BoardsError, type ErrorReason } from "@/lib/platform/errors";
import { cutText } from "@/lib/platform/text/characters";
import { timeLimit } from "@/lib/platform/time-limit";
import { simulatorUrl } from "../contract/simulation";
import { answerWithin } from "./bounded-body";
import { fetchPatienceSeconds, patientFetch } from "./patient-fetch";
import { providerName } from "./provider-name";

/** What a provider says in an answer that is no success. */
export interface Refusal {
  status: number;
  /** Parsed when it is JSON, else text; at most 64 KB. */
  body: unknown;
  text: string;
}

/**
 * What a documented refusal means, whatever its status says. All that is given must hold: one of the statuses, one of the codes (as
 * `codesIn` finds them), the words. A rule without `message` leaves the sentence to the reason.
 */
export interface RefusalRule {
  status?: number[];
  code?: string[];
  says?: RegExp;
  reason: ErrorReason;
  message?: string;
}

interface TransportOptions {
  /** Whether what is sent may cost money once it is accepted. */
  isBillable?: boolean;
  /** Default 60 s; providers that do the work within the call need more. */
  timeoutSeconds?: number;
  /** What the provider's refusals mean; the first that fits. */
  rules?: RefusalRule[];
  /** The provider's words on what is wrong with the inputs, where they are in a place of their own. */
  explain?(body: unknown): string | undefined;
}

const refusalBytes = 65_536;
/** Media travel by address, or within an answer of this size at most. */
const largestAnswerBytes = 512 * 1_048_576;
const usualPauseSeconds = 10;
const longestPauseSeconds = 3600;
const neverSent = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "UND_ERR_CONNECT_TIMEOUT"]);

/**
 * A `fetch` for a provider's client, where errors are sorted once for all: everything but a success is thrown as a row of the error
 * table, and nothing is sent after an error, so that no client repeats a call by itself: make one for each call of a driver. In a
 * simulation every host is the simulator.
 */
export function transport({ isBillable = false, timeoutSeconds = 60, rules, explain }: TransportOptions = {}): typeof fetch {
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
    const limit = timeLimit(timeoutSeconds * 1000);
    const signal = AbortSignal.any([limit.signal, ...(init.signal ? [init.signal] : [])]);
    const target = isRequest ? new Request(url, input) : url;
    const ask = timeoutSeconds > fetchPatienceSeconds ? patientFetch : fetch;
    const response = await ask(target, { ...init, method, signal }).catch((cause: Error) => {
      limit.clear();
      throw fail(unreachable(cause, isSubmit));
    });
    const answer = answerWithin(response, largestAnswerBytes, limit.clear);
    if (answer.ok) return answer;
    throw fail(await refused(answer, { isSubmit, rules, explain }));
  };
}

/** The address that a request really goes to. */
export function redirected(address: string): string {
  const simulator = simulatorUrl();
  if (!simulator || address.startsWith(`${simulator}/`)) return address;
  const { host, pathname, search } = new URL(address);
  return `${simulator}/${host}${pathname}${search}`;
}

/** Between a provider and us stands something that says: nobody answers there, or not now. */
const gatewayStatuses = [502, 503, 504, 520, 521, 522, 523, 524];

/** The error for a refusal, also for providers that put it into an answer of status 200. */
export function refusalError(refusal: Refusal, { isSubmit = false, rules, explain, retryAfterSeconds }: RefusalContext = {}): BoardsError {
  const { status } = refusal;
  const raw = cutText(`${status} ${refusal.text}`, 4000);
  const rule = rules?.find((each) => fits(each, refusal));
  // At a start it is the provider that is away; asked about a job, it is what is said of that job.
  const isSilence = isSubmit && gatewayStatuses.includes(status);
  const inputs = () => explain?.(refusal.body) ?? sentenceOf(refusal.body);
  const said: Partial<Record<ErrorReason, () => string | undefined>> = {
    "provider.bad_input": inputs,
    "provider.failed": () => failedBecause(wordsIn(refusal.body)),
  };
  if (rule) {
    const message = rule.message ?? said[rule.reason]?.();
    const retryAfterSeconds = rule.reason === "provider.rate_limited" ? pause() : asked();
    return new BoardsError(rule.reason, { raw, message, retryAfterSeconds, isSilence: rule.reason === "provider.unavailable" && isSilence });
  }
  if (status === 401 || status === 403) return new BoardsError("provider.not_configured", { raw });
  if (status === 402) return new BoardsError("provider.no_credit", { raw });
  if (status === 429) return new BoardsError("provider.rate_limited", { raw, retryAfterSeconds: pause() });
  if (isSubmit && (status === 404 || status === 410)) return new BoardsError("provider.model_gone", { raw });
  if (status < 400) return new BoardsError("provider.failed", { raw, message: said["provider.failed"]?.() });
  // Asked to come back later: nothing was accepted.
  if (status === 503) return new BoardsError("provider.unavailable", { raw, retryAfterSeconds: asked(), isSilence });
  if (status >= 500) return new BoardsError(isSubmit ? "provider.outcome_unknown" : "provider.unavailable", { raw, isSilence });
  return new BoardsError("provider.bad_input", { raw, message: inputs() });

  function asked() {
    return secondsIn(refusal.body) ?? retryAfterSeconds;
  }
  function pause() {
    return asked() ?? usualPauseSeconds;
  }
}

interface RefusalContext {
  isSubmit?: boolean;
  rules?: RefusalRule[] | undefined;
  explain?: TransportOptions["explain"];
  retryAfterSeconds?: number | undefined;
}

/** Whether one of these rules makes it a refusal of content; for what providers say of jobs that have ended. */
export const isContentRefusal = (refusal: Refusal, rules: RefusalRule[]): boolean =>
  rules.find((each) => fits(each, refusal))?.reason === "provider.content_refused";

function fits({ status, code, says }: RefusalRule, refusal: Refusal): boolean {
  if (status && !status.includes(refusal.status)) return false;
  if (code && !codesIn(refusal.body).some((each) => code.includes(each))) return false;
  return !says || says.test(refusal.text);
}

/** The names that an answer gives to its error, in all the places where providers have them. */
export function codesIn(body: unknown): string[] {
  const { error, detail, code, name, error_type: errorType, err_code: errCode, reject_reason: rejectReason } = objectIn(body);
  const places = [error, detail].flat().map(objectIn);
  const details = places.flatMap((each) => (Array.isArray(each.details) ? each.details.map(objectIn) : []));
  const named = [
    ...places.flatMap((each) => [each.code, each.type, each.status]),
    ...details.map(({ reason }) => reason),
    code,
    name,
    errorType,
    errCode,
    rejectReason,
    error,
  ];
  return named.filter((each) => typeof each === "string");
}

const objectIn = (value: unknown) => (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;

/**
 * The wait that an answer asks for in its body: Google's `RetryInfo` (https://ai.google.dev/gemini-api/docs/rate-limits), Replicate's
 * `retry_after` or the words that its documentation has (https://replicate.com/docs/topics/predictions/rate-limits), Stability AI's words
 * (https://platform.stability.ai/docs/api-reference).
 */
function secondsIn(body: unknown): number | undefined {
  const { error, errors, detail, retry_after: retryAfter } = objectIn(body);
  const details = objectIn(error).details;
  const delays = (Array.isArray(details) ? details : []).map((each) => objectIn(each).retryDelay);
  const [, seconds] = delays.flatMap((each) => /^(\d+(?:\.\d+)?)s$/.exec(String(each)) ?? []);
  const [, words] = /resets in ~?(\d+)s|timed out for (\d+) seconds/.exec([detail, errors].flat().join(" "))?.filter(Boolean) ?? [];
  return bounded(Number(seconds ?? retryAfter ?? words));
}

async function refused(response: Response, context: RefusalContext): Promise<BoardsError> {
  const text = await startOf(response);
  let body: unknown = text;
  try {
    body = JSON.parse(text);
  } catch {}
  const retryAfterSeconds = secondsOf(response.headers);
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

// `retry-after-ms` is OpenAI's, and finer.
function secondsOf(headers: Headers): number | undefined {
  const milliseconds = headers.get("retry-after-ms");
  if (milliseconds) return bounded(Number(milliseconds) / 1000);
  const header = headers.get("retry-after");
  if (!header) return undefined;
  const seconds = Number(header);
  return bounded(Number.isNaN(seconds) ? (Date.parse(header) - Date.now()) / 1000 : seconds);
}

const bounded = (seconds: number) => (Number.isFinite(seconds) ? Math.min(Math.max(Math.ceil(seconds), 1), longestPauseSeconds) : undefined);

// Without `cause`: clients look for a socket's error in there, and try again by themselves.
function unreachable(error: Error, isSubmit: boolean): BoardsError {
  const code = (error.cause as { code?: string } | undefined)?.code ?? (error as { code?: string }).code;
  const raw = `${error.name}: ${error.message}${code ? ` (${code})` : ""}`;
  const isCertain = !isSubmit || (code !== undefined && neverSent.has(code));
  return new BoardsError(isCertain ? "provider.unavailable" : "provider.outcome_unknown", { raw, isSilence: true });
}

/** The provider's sentence on what is wrong with the inputs, where the answer has one in a usual place. */
function sentenceOf(body: unknown): string | undefined {
  const field = fieldIn(body);
  const words = wordsIn(body);
  if (field) return words;
  return words ? cutText(say("reasons.provider.badInput", { provider: providerName, words }), 500) : undefined;
}

/** The provider's own words on what went wrong, where the answer has them in a usual place; with the input at fault where it names one. */
export function wordsIn(body: unknown): string | undefined {
  const { detail, error, message, msg, err_msg: errMsg, failMsg, failure } = objectIn(body);
  const [first] = Array.isArray(detail) ? (detail as { msg?: unknown }[]) : [];
  const field = fieldIn(body);
  const places = [
    first?.msg,
    detail,
    objectIn(detail).message,
    objectIn(detail).error,
    objectIn(error).message,
    error,
    failMsg,
    failure,
    message,
    msg,
    errMsg,
  ];
  const words = places
    .find((each): each is string => typeof each === "string" && each.trim() !== "")
    ?.replace(/\s+/g, " ")
    .trim();
  return words ? cutText(field ? `${field}: ${words}` : words, 450) : undefined;
}

function fieldIn(body: unknown): string | undefined {
  const { detail } = objectIn(body);
  const [first] = Array.isArray(detail) ? (detail as { loc?: unknown[] }[]) : [];
  const field = first?.loc?.at(-1);
  return field === undefined || field === "body" ? undefined : String(field);
}

/** The sentence for a job that a provider could not do, with its words on why. */
export const failedBecause = (words: string | undefined): string | undefined =>
  words ? cutText(say("reasons.provider.failedBecause", { provider: providerName, words }), 500) : undefined;

/** What the other side said in an error of ours: its status and its JSON. */
export function saidIn({ raw = "" }: BoardsError): Refusal {
  const text = raw.slice(4);
  let body: unknown = text;
  try {
    body = JSON.parse(text);
  } catch {}
  return { status: Number(raw.slice(0, 3)), body, text };
}

const errorFields = new Set([
  "error",
  "detail",
  "message",
  "msg",
  "code",
  "type",
  "error_type",
  "status",
  "param",
  "request_id",
  "user_id",
  "docUrl",
]);

/** Whether an answer of status 200 holds an error and nothing else. */
export function isErrorBody(body: unknown): boolean {
  const entries = Object.entries(objectIn(body));
  const { error, detail } = objectIn(body);
  return Boolean(error || detail) && !Array.isArray(body) && entries.every(([name]) => errorFields.has(name));
}

/**
 * The error for an answer of status 200 that names no job and has no result: the reason that it gives, and without one nobody knows
 * whether anything was accepted.
 */
export function unstarted(answer: unknown, rules?: RefusalRule[]): BoardsError {
  const text = (typeof answer === "string" ? answer : JSON.stringify(answer)) ?? "";
  if (!isErrorBody(answer)) return new BoardsError("provider.outcome_unknown", { raw: cutText(text, 1000) });
  const code = Number(objectIn(objectIn(answer).error).code);
  return refusalError({ status: code >= 400 && code < 500 ? code : 200, body: answer, text }, { isSubmit: true, rules });
}
