import type { DeclarativeGenerator, Json } from "@/lib/generators/contract/define-generator";
import type { Fault, FaultPlan } from "./faults";
import type { JobBook, SimulatedJob } from "./jobs";
import type { simulatedMedia } from "./media";
import type { SimulatedModel } from "./models/simulated-model";

/** A request as simulated providers read it: what came after `/<host>`. */
export interface SimulatedRequest {
  host: string;
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Record<string, string>;
  body: Buffer;
  json(): Record<string, Json>;
}

/** What a simulated provider answers; a string is sent as it is, everything else as JSON. */
export interface SimulatedAnswer {
  status?: number;
  headers?: Record<string, string>;
  body: unknown;
}

/**
 * An answer that the provider's documentation has for something that goes wrong. The README beside the driver says what becomes of it, and
 * the prompt `sim:<name>` asks for it.
 */
export interface DocumentedAnswer extends SimulatedAnswer {
  /**
   * What it answers: the start; a question for the job, once that is over; the question for its result (`result`, as at fal); or the job
   * ends this way, and `body` is laid over the usual record of one that failed (`end`).
   */
  at: "start" | "status" | "result" | "end";
  /** What the status says beside that the job is over, where the result has an address of its own. */
  statusFields?: Record<string, Json>;
  /** Which of our generators asks; default: the simulator's `askedBy`. */
  askedBy?: string;
}

/** One provider's documented HTTP. */
export interface ProviderSimulator {
  /** Hosts that it answers for; the first names its jobs. */
  hosts: string[];
  /** The generator that asks for the answers below, unless they say otherwise; by its name where it comes with the product. */
  askedBy: string | DeclarativeGenerator;
  /** The answers of its documentation, by name. */
  answers: Record<string, DocumentedAnswer>;
  /** The fields that the provider must be sent, in its own names; undefined where it does not tell. */
  requiredFields?(endpoint: string, request: Record<string, Json>): string[] | undefined;
  handle(request: SimulatedRequest, desk: SimulatorDesk): Promise<SimulatedAnswer | null>;
  /** The call that tells of a job's end, signed as the provider signs; null when it does not call. */
  webhook?(job: SimulatedJob, desk: SimulatorDesk): Promise<{ headers: Record<string, string>; body: string } | null>;
}

/** What all simulated providers share: the book of jobs, faults, files. */
export interface SimulatorDesk {
  url: string;
  book: JobBook;
  faults: FaultPlan;
  /** Accepts a job of a model; the registry says what it makes. Null when the provider has no such model. */
  accept(
    model: { provider: string; endpoint: string },
    request: SimulatedRequest,
    input: Record<string, Json>,
    webhookUrl: string | null,
    fault: Fault | null,
  ): SimulatedJob | null;
  /** A model that is described, by its id or version; undefined for one that only declarations have. */
  findModel(provider: string, name: string): SimulatedModel | undefined;
  /** The fault that meets a submit: planned by a test, or asked for in the prompt. */
  submitFault(request: SimulatedRequest, input: Record<string, Json>): Fault | null;
  /** The fault that meets a question for a job: planned by a test, or that of the job itself once it is over. */
  statusFault(request: SimulatedRequest, job: SimulatedJob | undefined): Fault | null;
  /** Addresses of a job's results. */
  resultUrls(job: SimulatedJob): string[];
  /** The provider's JSON with the results in their place. */
  result(job: SimulatedJob): Json;
  /** Keeps a file that was uploaded, under an address of its own. */
  keepFile(bytes: Buffer, mimeType: string): string;
  media: typeof simulatedMedia;
}

/** Cuts the line without an answer. */
export const drop: SimulatedAnswer = { body: null };

/** The answer that a fault gives to a submit before anything is accepted; null when the fault lets it through. */
export async function faultBefore(fault: Fault | null): Promise<SimulatedAnswer | null> {
  if (fault?.answer?.at === "start" || (fault?.on === "status" && fault.answer?.at === "status")) return fault.answer;
  if (fault?.kind === "latency") await new Promise((resolve) => setTimeout(resolve, fault.ms ?? 1000));
  if (fault?.kind === "broken-text") return { status: 400, body: { error: { message: "bad \0 thing \ud83d" } } };
  if (fault?.kind === "error-500") return { status: 500, body: { detail: "Internal Server Error" } };
  if (fault?.kind === "error-503")
    return { status: 503, headers: { "retry-after": String(fault.retryAfterSeconds ?? 1) }, body: { detail: "Unavailable" } };
  if (fault?.kind === "rate-limit")
    return { status: 429, headers: { "retry-after": String(fault.retryAfterSeconds ?? 1) }, body: { detail: "Too many requests" } };
  return fault?.kind === "drop-before" ? drop : null;
}

/** What a provider tells of an account, unless a test has planned a fault for the next question. */
export const accountAnswer = async ({ faults }: SimulatorDesk, { host }: SimulatedRequest, body: unknown): Promise<SimulatedAnswer> =>
  (await faultBefore(faults.next(host, "status"))) ?? { body };

/** The answer that a fault gives in place of the one that says "accepted". */
export function faultAfter(fault: Fault | null): SimulatedAnswer | null {
  if (fault?.kind === "drop-after") return drop;
  return fault?.kind === "malformed" ? { headers: { "content-type": "application/json" }, body: '{"request_id": "half' } : null;
}

/** What a job's documented end lays over its record; nothing for any other job. */
export const endOf = ({ fault }: SimulatedJob): Record<string, Json> =>
  fault?.answer?.at === "end" ? (fault.answer.body as Record<string, Json>) : {};

export function promptOf(input: Record<string, Json>): string {
  const asked = Array.isArray(input.messages) ? (input.messages.at(-1) as Record<string, Json>).content : undefined;
  const found = asked ?? input.prompt ?? input.text ?? input.input ?? input.title ?? input.content ?? "";
  return wordsIn(found);
}

/** The words of a message, which may come in parts between images. */
export function wordsIn(content: Json): string {
  if (!Array.isArray(content)) return typeof content === "string" ? content : JSON.stringify(content);
  return content.flatMap((part) => (part as { text?: string } | null)?.text ?? []).join(" ");
}
