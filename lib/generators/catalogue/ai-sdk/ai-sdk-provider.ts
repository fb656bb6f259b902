import type { Json } from "@/lib/generators/contract/define-generator";
import type { JobHandle, JobStatus, Provider, ProviderAccess, StartedJob, Submission } from "@/lib/generators/contract/provider";
import { usageOf } from "@/lib/generators/contract/usage";
import { askAccount } from "@/lib/generators/transport/ask-account";
import { inlineFiles } from "@/lib/generators/transport/inline-files";
import { failedBecause, isContentRefusal, type RefusalRule, wordsIn } from "@/lib/generators/transport/transport";
import { BoardsError } from "@/lib/platform/errors";
import { type AiSdkModels, callModel, type Made, type ModelKind, startVideo, usageIn, videoStatus } from "./call-model";
import { boardsErrorIn, JobGoesOn, resumedCall, startingCall, type WatchedCall } from "./watched-call";

/** A provider that the AI SDK has a package for. */
export interface AiSdkDeclaration extends Omit<Provider, "start" | "status" | "cancel" | "testKey"> {
  /** Imports the package, only when something is asked of it, and sets it up. */
  load(settings: { apiKey: string; fetch: typeof fetch }): Promise<AiSdkModels>;
  /** What its refusals mean; `says` also reads what the package makes of an answer. */
  rules: RefusalRule[];
  /** The kinds of model that start a job, and how; all others do their work within the call. */
  jobs?: Partial<Record<ModelKind, JobShape>>;
  /** Where a JSON object is to be had for a key, and nothing else; by default the key is a bearer token. */
  account?: { address: string; headers?(apiKey: string): Record<string, string> };
  /** The part of a job's record that says why it failed, where that is not where everyone has it. */
  failureIn?(record: Json): unknown;
  /** What was charged, where it tells; read from the package's metadata. */
  billedUsd?(metadata: unknown): number | undefined;
}

/** A job's id in what starts it, and that again from the id. */
type JobShape =
  | {
      /** The package has `doStart` and `doStatus`; this is their operation. */
      idIn(operation: Json): unknown;
      operation(id: string): Json;
    }
  | {
      /** The package asks again and again within one call, which is stopped there and taken up later; this is the last of the answers. */
      idIn(answer: Json): unknown;
      /** What the requests before the first question for the job are answered: `{}` for uploads, and last what idIn reads. */
      answers(id: string): Json[];
    };

const callSeconds = 600;
const jobIdPattern = /^[\w:-]{1,200}$/;

/** A driver for a provider that the AI SDK knows. An endpoint is a kind of model and the provider's id for it, as in `image:grok-imagine-image`. */
export function aiSdkProvider({ load, rules, jobs = {}, account, failureIn, billedUsd, ...provider }: AiSdkDeclaration): Provider {
  const timeoutSeconds = provider.callSeconds ?? callSeconds;

  async function open({ apiKey }: ProviderAccess, call: WatchedCall) {
    // What it warns of is for the tests of declarations, which listen.
    (globalThis as { AI_SDK_LOG_WARNINGS?: unknown }).AI_SDK_LOG_WARNINGS ??= false;
    const [ai, models] = await Promise.all([import("ai"), load({ apiKey, fetch: call.fetch })]);
    return { ai, models };
  }

  async function start(access: ProviderAccess, submission: Submission): Promise<StartedJob> {
    const { jobId, endpoint } = submission;
    const { kind, model } = modelAt(endpoint);
    const job = jobs[kind];
    const call = startingCall({ requests: job && "answers" in job ? job.answers("").length : 1, rules, timeoutSeconds });
    try {
      const request = await inlineFiles(submission);
      const { ai, models } = await open(access, call);
      if (!job) return { externalJobId: jobId, status: ended(await callModel[kind](ai, models, model, request as never)) };
      if ("operation" in job) return { externalJobId: idOf(job.idIn(await startVideo(ai, models, model, request, jobId))) };
      await callModel[kind](ai, models, model, request as never);
      throw new BoardsError("provider.outcome_unknown", { raw: JSON.stringify(call.answer) });
    } catch (error) {
      const known = boardsErrorIn(error);
      if (known) throw known;
      if (job && "answers" in job && error instanceof JobGoesOn) return { externalJobId: idOf(job.idIn(call.answer ?? null)) };
      // Before anything was sent, only the package can have found a fault: in what it was given.
      if (call.answer === undefined) throw new BoardsError("provider.bad_input", { raw: String(error), cause: error });
      const refusal = refusalIn(error, call);
      if (refusal) return { externalJobId: jobId, status: refusal };
      throw new BoardsError("provider.outcome_unknown", { raw: rawOf(error, call), cause: error });
    }
  }

  async function status(access: ProviderAccess, { externalJobId, endpoint }: JobHandle): Promise<JobStatus> {
    const { kind, model } = modelAt(endpoint);
    const job = jobs[kind];
    if (!job) throw new BoardsError("provider.outcome_unknown");
    if (!jobIdPattern.test(externalJobId)) throw new BoardsError("provider.bad_input", { raw: `no id of a job: ${externalJobId.slice(0, 200)}` });
    const call = resumedCall({ answers: "answers" in job ? job.answers(externalJobId) : [], rules, timeoutSeconds: 60 });
    try {
      const { ai, models } = await open(access, call);
      if ("answers" in job) return ended(await callModel[kind](ai, models, model, nothingNew[kind] as never));
      const answer = await videoStatus(ai, models, model, job.operation(externalJobId));
      if (answer.status === "pending") return { state: "running" };
      if (answer.status === "completed") {
        const { videos, providerMetadata: metadata } = answer;
        return ended({ result: { videos: videos as Json }, usage: usageIn(metadata), metadata });
      }
      return failed(answer.error, call);
    } catch (error) {
      const known = boardsErrorIn(error);
      if (known) throw known;
      if (error instanceof JobGoesOn) return { state: "running" };
      if (typeof call.answer !== "object" || call.answer === null || isUnreadable(error)) throw error;
      return failed(String((error as Error).message), call);
    }
  }

  function ended({ result, usage, metadata }: Pick<Made, "result" | "usage" | "metadata">): JobStatus {
    const billed = billedUsd?.(metadata);
    const counted = usage ? { usage: usageOf(usage) } : {};
    if (result.finishReason === "content-filter" && result.text === "")
      return { state: "failed", reason: "provider.content_refused", raw: JSON.stringify(result), ...counted };
    return { state: "succeeded", result, ...counted, ...(billed === undefined ? {} : { billedUsd: billed }) };
  }

  function failed(words: string, call: WatchedCall): JobStatus {
    const told = call.answer === undefined ? undefined : wordsIn(failureIn?.(call.answer) ?? call.answer);
    // The package's own words name the job, which says nothing to people.
    const message = failedBecause(told ?? words.replace(/\.?\s*Task ID: [\w-]+/i, ""));
    return refusalIn(words, call) ?? { state: "failed", reason: "provider.failed", raw: rawOf(words, call), ...(message ? { message } : {}) };
  }

  function refusalIn(error: unknown, call: WatchedCall): JobStatus | null {
    const raw = rawOf(error, call);
    return isContentRefusal({ status: 200, body: call.answer, text: raw }, rules)
      ? { state: "failed", reason: "provider.content_refused", raw }
      : null;
  }

  const bearer = (apiKey: string): Record<string, string> => ({ authorization: `Bearer ${apiKey}` });
  const keyTest = account && {
    testKey: async ({ apiKey }: ProviderAccess) => {
      await askAccount(account.address, (account.headers ?? bearer)(apiKey), rules);
      return {};
    },
  };

  return { callSeconds, ...provider, start, status, cancel: async () => false, ...keyTest };
}

/** What a call is given that is only to find out how its job stands: nothing of it is sent. */
const nothingNew: Record<ModelKind, object> = {
  image: { prompt: "" },
  video: { prompt: "" },
  speech: { text: "" },
  transcription: { audio: "data:audio/wav;base64,UklGRg==" },
  text: { prompt: "" },
};

function modelAt(endpoint: string): { kind: ModelKind; model: string } {
  const [, kind = "", model = ""] = /^([a-z]+):(.*)$/s.exec(endpoint) ?? [];
  if (!Object.hasOwn(callModel, kind)) throw new BoardsError("provider.bad_input", { raw: `no endpoint ${endpoint}` });
  return { kind: kind as ModelKind, model };
}

function idOf(id: unknown): string {
  if (typeof id === "string" && jobIdPattern.test(id)) return id;
  throw new BoardsError("provider.outcome_unknown", { raw: `no id of a job: ${JSON.stringify(id)?.slice(0, 200)}` });
}

// Large answers are results.
const rawOf = (error: unknown, { answer }: WatchedCall) => `${error} ${JSON.stringify(answer)}`.slice(0, 4000);

/** Whether an answer was not what the package can read, which may be a gateway's page. */
const isUnreadable = (error: unknown) => /APICallError|JSONParseError|TypeValidationError/.test((error as Error).name);
