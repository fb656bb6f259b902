import type { GoogleGenAI } from "@google/genai";
import type { Provider, ProviderAccess, StartedJob } from "@/lib/generators/contract/provider";
import { askAccount } from "@/lib/generators/transport/ask-account";
import { type RefusalRule, redirected, transport } from "@/lib/generators/transport/transport";
import { say } from "@/lib/messages/say";
import { BoardsError, type ErrorReason } from "@/lib/platform/errors";
import { readContent, readInteraction, refusalWords } from "./answers";
import * as models from "./models";
import { placedFiles } from "./placed-files";

const address = "https://generativelanguage.googleapis.com";
/** Images, sound and text are made within the call. */
const callSeconds = 600;
/** Omni's answer holds the video itself. */
const videoSeconds = 300;
// The client would repeat an interaction four times by itself.
const once = { retries: { strategy: "none" as const } };

const noFreeTier = say("reasons.provider.google.paidOnly");

/**
 * What Google's refusals mean: https://ai.google.dev/gemini-api/docs/troubleshooting, https://ai.google.dev/gemini-api/docs/billing and
 * https://discuss.ai.google.dev/t/183654 (read 2026-11-26). It tells of a key that it does not know, and of an account that it does not
 * serve, as of bad inputs.
 */
const rules: RefusalRule[] = [
  { status: [400, 401, 403], says: /API_KEY_INVALID|API key (not valid|expired)/i, reason: "provider.not_configured" },
  {
    status: [400],
    says: /FAILED_PRECONDITION|failed_precondition/,
    reason: "provider.not_configured",
    message: say("reasons.provider.google.region"),
  },
  // Until 2026 with status 429.
  { says: /prepay(ment)? credits are depleted/i, reason: "provider.no_credit" },
  // A quota of nothing does not fill again, whatever delay the answer names.
  { status: [429], says: /limit: 0\b/, reason: "provider.no_credit", message: noFreeTier },
  { status: [404], says: /models\/[^\s/]+ is (not found|no longer available)|This model .* is no longer available/i, reason: "provider.model_gone" },
  { status: [404], reason: "provider.bad_input" },
  { status: [400], says: refusalWords, reason: "provider.content_refused" },
];

async function client({ apiKey }: ProviderAccess, isBillable = false, timeoutSeconds = 60): Promise<GoogleGenAI> {
  const { GoogleGenAI } = await import("@google/genai");
  return new GoogleGenAI({
    apiKey: apiKey || "none",
    vertexai: false,
    httpOptions: { baseUrl: address, fetch: transport({ isBillable, rules, timeoutSeconds }) },
  });
}

/**
 * Google's Gemini API. The endpoint is `<model>:<method>`: `generateContent` works within the call, `createInteraction` (Omni) begins a job.
 * https://ai.google.dev/api (read 2026-11-26)
 */
export const google: Provider = {
  name: "google",
  title: "Google",
  website: "https://aistudio.google.com/apikey",
  billingPage: "https://aistudio.google.com/projects",
  variables: [{ name: "GEMINI_API_KEY", holds: "apiKey" }],
  models,
  concurrency: 10,
  callSeconds,

  async start(access, submission) {
    const [model = "", method = ""] = submission.endpoint.split(":");
    const begin = methods[method];
    // Veo's method ended with Veo, and the client has none any more.
    if (!begin) throw new BoardsError("provider.model_gone", { raw: `no method ${submission.endpoint}` });
    const request = await placedFiles(submission, method);
    return sorted(begin(await client(access, true, callSeconds), { model, ...request } as never, submission.jobId), "provider.outcome_unknown");
  },

  async status(access, { endpoint, externalJobId }) {
    if (!endpoint.endsWith(":createInteraction")) throw new BoardsError("provider.outcome_unknown");
    const { interactions } = await client(access, false, videoSeconds);
    return readInteraction(await sorted(interactions.get(externalJobId, {}, once), "provider.unavailable"));
  },

  async cancel(access, { endpoint, externalJobId }) {
    if (!endpoint.endsWith(":createInteraction")) return false;
    const { interactions } = await client(access);
    try {
      return (await sorted(interactions.cancel(externalJobId, {}, once), "provider.unavailable")).status === "cancelled";
    } catch (error) {
      if (error instanceof BoardsError && error.reason === "provider.bad_input") return false;
      throw error;
    }
  },

  // https://ai.google.dev/api/models#method:-models.list: Google tells no balance.
  async testKey({ apiKey }) {
    await askAccount(`${address}/v1beta/models?pageSize=1`, { "x-goog-api-key": apiKey }, rules);
    return {};
  },

  resultHeaders: ({ apiKey }, url): Record<string, string> => (url.startsWith(redirected(`${address}/`)) ? { "x-goog-api-key": apiKey } : {}),
};

type Method = (google: GoogleGenAI, request: never, jobId: string) => Promise<StartedJob>;

const methods: Record<string, Method> = {
  async generateContent({ models }, request: Parameters<GoogleGenAI["models"]["generateContent"]>[0], jobId) {
    // One call, however long the answer; and what people make is not kept in Google's logs.
    const config = { ...request.config, automaticContinuation: false, store: false };
    return { externalJobId: jobId, status: readContent(await models.generateContent({ ...request, config })) };
  },

  // Only what Google keeps can be asked for later.
  async createInteraction({ interactions }, request: Parameters<GoogleGenAI["interactions"]["create"]>[0]) {
    const { id } = (await interactions.create({ ...request, background: true, store: true }, once)) as { id?: string };
    if (!id) throw new BoardsError("provider.outcome_unknown", { raw: "an answer without a job" });
    return { externalJobId: id };
  },
};

// The client wraps what its fetch throws, up to three times.
function ownErrorIn(error: unknown): BoardsError | undefined {
  if (error instanceof BoardsError) return error;
  return error instanceof Error && error.cause !== undefined ? ownErrorIn(error.cause) : undefined;
}

/** What our own fetch threw; anything else as `otherwise`. */
export async function sorted<T>(work: Promise<T>, otherwise: ErrorReason): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const known = ownErrorIn(error);
    if (!known) throw new BoardsError(otherwise, { raw: String(error).slice(0, 1000), cause: error });
    throw known;
  }
}
