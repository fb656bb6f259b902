import type { Json } from "@/lib/generators/contract/define-generator";
import type { SimulatedJob, SimulatedState } from "./jobs";
import {
  accountAnswer,
  type DocumentedAnswer,
  endOf,
  faultAfter,
  faultBefore,
  type ProviderSimulator,
  promptOf,
  type SimulatedAnswer,
  type SimulatedRequest,
  type SimulatorDesk,
} from "./provider-simulator";

/** What a simulated operation has at hand when it answers. */
export interface Operated {
  job: SimulatedJob;
  input: Record<string, Json>;
  request: SimulatedRequest;
  desk: SimulatorDesk;
}

/** One kind of request that costs something. */
interface RestOperation {
  path: RegExp;
  /** Our endpoint, as declarations name it. */
  endpoint(input: Record<string, Json>, path: string): string;
  /** What a request must have; dots nest. */
  required?: string[];
  /** What is answered when it was accepted, or done. */
  answer(operated: Operated): Promise<SimulatedAnswer> | SimulatedAnswer;
  /** Whether it starts a job, which is asked for later; then it is there that it fails. */
  isJob?: boolean;
}

/** A provider's HTTP, as its documentation has it. */
export interface RestApi extends Pick<ProviderSimulator, "hosts" | "askedBy" | "answers"> {
  provider: string;
  /** Takes the key out of the headers. */
  keyIn?(headers: Record<string, string>): string | undefined;
  wrongKey: SimulatedAnswer;
  /** How it refuses an input. */
  badInput(message: string, field: string): SimulatedAnswer;
  /** How it refuses content at the start; jobs are refused when they end. */
  refusal: SimulatedAnswer;
  operations: RestOperation[];
  /** What is told of an account, to whoever has its key. */
  account?: { path: RegExp; body: object };
  /** Requests that cost nothing, such as uploads. */
  free?: { path: RegExp; answer(request: SimulatedRequest, desk: SimulatorDesk): SimulatedAnswer }[];
  /** A question for a job: the id in its path, or in its body. */
  status?: {
    path: RegExp;
    id?(request: SimulatedRequest): string;
    answer(job: SimulatedJob, state: SimulatedState, desk: SimulatorDesk): object;
    unknown: SimulatedAnswer;
    /** As the provider names how a job stands, for one that it has never named. */
    strangeStatus(record: object): object;
  };
}

const bearer = ({ authorization = "" }: Record<string, string>) => /^(?:Bearer|Token|Key) (.+)$/.exec(authorization)?.[1];

/** A simulator for an API of the usual kind: JSON or a form goes in, JSON or bytes come out, and a job is asked for by its id. */
export function restSimulator(api: RestApi): ProviderSimulator {
  const { provider, hosts, askedBy, answers, operations, free = [], status, keyIn = bearer } = api;
  return {
    hosts,
    askedBy,
    answers,
    async handle(request, desk) {
      const [, jobId = "", place = ""] = /^\/files\/([^/]+)\/(\d+)$/.exec(request.path) ?? [];
      if (place) return sendFile(desk.book.jobs.get(jobId), desk);
      const key = keyIn(request.headers);
      if (!key || key === "wrong") return api.wrongKey;
      if (request.method === "GET" && api.account?.path.test(request.path)) return accountAnswer(desk, request, api.account.body);
      const gift = free.find((each) => each.path.test(request.path) && request.method === "POST");
      if (gift) return gift.answer(request, desk);
      const operation = request.method === "POST" && operations.find((each) => each.path.test(request.path));
      if (operation) return submitted(operation, request, desk);
      const question = status?.path.exec(request.path);
      return status && question ? asked(status.id?.(request) ?? question[1] ?? "", request, desk) : null;
    },
  };

  async function submitted(operation: RestOperation, request: SimulatedRequest, desk: SimulatorDesk): Promise<SimulatedAnswer> {
    const input = bodyOf(request);
    const fault = desk.submitFault(request, input);
    const before = await faultBefore(fault);
    if (before) return before;
    if (fault?.kind === "bad-input") return api.badInput("This prompt is not accepted", "prompt");
    if (fault?.kind === "refuse" && !operation.isJob) return api.refusal;
    const missing = operation.required?.find((field) => valueAt(input, field) === undefined);
    if (missing) return api.badInput(`${missing} is required`, missing);
    const job = desk.accept({ provider, endpoint: operation.endpoint(input, request.path) }, request, input, null, fault);
    if (!job) return { status: 404, body: { error: { message: "The model does not exist" } } };
    if (!operation.isJob) await desk.book.ended(job);
    return faultAfter(fault) ?? operation.answer({ job, input, request, desk });
  }

  async function asked(id: string, request: SimulatedRequest, desk: SimulatorDesk): Promise<SimulatedAnswer> {
    const job = desk.book.jobs.get(id);
    const fault = desk.statusFault(request, job);
    const broken = await faultBefore(fault);
    if (broken) return broken;
    if (!status || !job) return status?.unknown ?? { status: 404, body: {} };
    const record = { ...status.answer(job, desk.book.state(job), desk), ...endOf(job) };
    return { body: fault?.kind === "unknown-status" ? status.strangeStatus(record) : record };
  }
}

/** A result at an address of the provider's own, where a client would refuse the simulator's. */
export const resultAddress = (host: string, job: SimulatedJob, place = 0) => `https://${host}/files/${job.id}/${place}`;

async function sendFile(job: SimulatedJob | undefined, desk: SimulatorDesk): Promise<SimulatedAnswer> {
  if (!job) return { status: 404, body: { detail: "This file has expired" } };
  const kind = job.fault?.kind === "lying" ? "audio" : job.artifactType;
  const { bytes, mimeType } = await desk.media(kind, promptOf(job.request), 1);
  return { headers: { "content-type": mimeType }, body: bytes };
}

const valueAt = (input: Record<string, Json>, path: string): Json | undefined =>
  path.split(".").reduce<Json | undefined>((value, step) => (value as Record<string, Json> | null | undefined)?.[step], input);

/** The JSON of a request, or the fields of its form; a file's value is its type. */
function bodyOf({ headers, body, json }: SimulatedRequest): Record<string, Json> {
  const type = headers["content-type"] ?? "";
  if (type.startsWith("application/json")) return json();
  if (!type.startsWith("multipart/")) return {};
  const fields: Record<string, Json> = {};
  const parts = body.toString("latin1").matchAll(/name="([^"]+)"(?:; filename="[^"]*"\r\nContent-Type: ([^\r]*))?\r\n\r\n([^\r]*)/gi);
  for (const [, name = "", file, value = ""] of parts) fields[name] = file ?? value;
  return fields;
}

/** Bytes made up for a request, as base64. */
export async function madeBase64({ job, desk }: Operated, words: string): Promise<string> {
  const kind = job.fault?.kind === "lying" ? "audio" : job.artifactType;
  const { bytes } = await desk.media(kind, words, 1);
  return bytes.toString("base64");
}

/** A made-up sound, as the body of an answer. */
export async function madeSound({ job, desk }: Operated, words: string): Promise<SimulatedAnswer> {
  const { bytes, mimeType } = await desk.media(job.fault?.kind === "lying" ? "image" : "audio", words);
  return { headers: { "content-type": mimeType }, body: bytes };
}

/** An answer to a start that is documented. */
export const startAnswer = (status: number, body: unknown, headers?: Record<string, string>): DocumentedAnswer => ({
  at: "start",
  status,
  body,
  ...(headers ? { headers } : {}),
});

/** A job's end that is documented: laid over its usual record. */
export const endAnswer = (body: Record<string, Json>): DocumentedAnswer => ({ at: "end", body });
