import OpenAI from "openai";
import type { Json } from "@/lib/generators/contract/define-generator";
import { jsonObject } from "@/lib/generators/contract/json-object";
import type { Provider, ProviderAccess, StartedJob, Submission } from "@/lib/generators/contract/provider";
import { usageOf } from "@/lib/generators/contract/usage";
import { askAccount } from "@/lib/generators/transport/ask-account";
import { fileBlob } from "@/lib/generators/transport/file-blob";
import { inlineFiles } from "@/lib/generators/transport/inline-files";
import { isErrorBody, type RefusalRule, transport, unstarted } from "@/lib/generators/transport/transport";
import { BoardsError } from "@/lib/platform/errors";
import * as models from "./models";

const spent = ["credit_balance_exhausted", "insufficient_quota", "billing_hard_limit_reached", "billing_not_active"];
const limited = ["organization_spend_limit_exceeded", "project_spend_limit_exceeded", "organization_usage_limit_exceeded"];

/**
 * What OpenAI's refusals mean: https://developers.openai.com/api/docs/guides/error-codes and
 * https://help.openai.com/en/articles/6614457-troubleshooting-api-usage-and-spend-limits (read 2026-11-26). The narrower code comes first:
 * the type of every error about money may be `insufficient_quota`.
 */
export const rules: RefusalRule[] = [
  {
    code: limited,
    reason: "provider.no_credit",
    message:
      "The account at OpenAI has reached its spending limit. An admin can raise it at https://platform.openai.com/settings/organization/limits",
  },
  { code: spent, reason: "provider.no_credit" },
  {
    status: [400, 403],
    says: /must be verified/i,
    reason: "provider.not_configured",
    message:
      "OpenAI offers this model to verified organizations only. An admin can verify yours at https://platform.openai.com/settings/organization/general",
  },
  {
    status: [403],
    says: /unsupported_country_region_territory|country, region, or territory not supported/i,
    reason: "provider.not_configured",
    message: "OpenAI does not serve the country that this server is in",
  },
  { code: ["content_policy_violation", "moderation_blocked"], reason: "provider.content_refused" },
  // The type alone says only that the person can mend it: an image of the wrong kind has it, too.
  { code: ["image_generation_user_error"], says: /safety system|moderation|content polic/i, reason: "provider.content_refused" },
  { status: [400, 404], code: ["model_not_found"], reason: "provider.model_gone" },
  { status: [400, 404], says: /model [^"]*(has been deprecated|has been shut down|is no longer)/i, reason: "provider.model_gone" },
];

/** For servers that speak OpenAI's HTTP, too. */
export const callSeconds = 600;

/** OpenAI works within the call: there is no job to ask for later, and a call whose answer is lost cannot be looked up. */
export const openai: Provider = {
  name: "openai",
  title: "OpenAI",
  website: "https://platform.openai.com/api-keys",
  billingPage: "https://platform.openai.com/settings/organization/billing",
  variables: [{ name: "OPENAI_API_KEY", holds: "apiKey" }],
  models,
  concurrency: 20,
  callSeconds,
  start: (access, submission) => callOpenAi(access, submission, "https://api.openai.com/v1"),
  status: async () => {
    throw new BoardsError("provider.outcome_unknown");
  },
  cancel: async () => false,

  // https://platform.openai.com/docs/api-reference/models/list: OpenAI tells no balance.
  async testKey({ apiKey }) {
    await askAccount("https://api.openai.com/v1/models", { authorization: `Bearer ${apiKey}` }, rules);
    return {};
  },
};

/** One call of OpenAI's API, at OpenAI or at a server that speaks it. The endpoint names the operation, as in `images.generate`. */
export async function callOpenAi(access: ProviderAccess, submission: Submission, baseURL: string, own: RefusalRule[] = []): Promise<StartedJob> {
  const { jobId, endpoint } = submission;
  const client = new OpenAI({
    apiKey: access.apiKey || "none",
    baseURL,
    maxRetries: 0,
    // Ours ends first, and says so.
    timeout: (callSeconds + 5) * 1000,
    fetch: transport({ isBillable: true, timeoutSeconds: callSeconds, rules: [...own, ...rules] }),
  });
  const operation = operations[endpoint];
  if (!operation) throw new BoardsError("provider.bad_input", { raw: `no operation ${endpoint}` });
  const { result, usage, refusal } = await operation(client, await withFiles(submission)).catch((error: Error) => {
    // The client wraps what its fetch throws.
    throw error.cause instanceof BoardsError ? error.cause : error;
  });
  const counted = usage ? { usage: usageOf(usage) } : {};
  if (refusal !== undefined)
    return { externalJobId: jobId, status: { state: "failed", reason: "provider.content_refused", raw: refusal, ...counted } };
  return { externalJobId: jobId, status: { state: "succeeded", result, ...counted } };
}

/** `refusal`: what it says in place of a result; its words are paid for all the same. */
type Operation = (client: OpenAI, request: never) => Promise<{ result: Json; usage?: object | undefined; refusal?: string }>;

// https://platform.openai.com/docs/api-reference (read 2026-11-24)
const operations: Record<string, Operation> = {
  "images.generate": async (client, request) => imagesOf(answered(await client.images.generate(request))),
  "images.edit": async (client, request) => imagesOf(answered(await client.images.edit(request))),
  "audio.transcriptions": async (client, request) => {
    const { text, usage } = answered(await client.audio.transcriptions.create(request)) as OpenAI.Audio.Transcription;
    return { result: { text }, usage };
  },
  "audio.speech": async (client, request) => {
    const answer = await client.audio.speech.create(request);
    const bytes = Buffer.from(await answer.arrayBuffer());
    if (answer.headers.get("content-type")?.startsWith("application/json")) throw unstarted(jsonObject(bytes.toString("utf8")), rules);
    const url = `data:${answer.headers.get("content-type") ?? "audio/mpeg"};base64,${bytes.toString("base64")}`;
    return { result: { audio: { url } } };
  },
  "chat.completions": async (client, request) => {
    const { choices, usage } = answered(await client.chat.completions.create(request as OpenAI.ChatCompletionCreateParamsNonStreaming));
    const [{ finish_reason, message } = {}] = choices;
    const isFiltered = finish_reason === "content_filter" && !message?.content;
    const refusal = isFiltered ? "content_filter" : message?.content ? undefined : (message?.refusal ?? undefined);
    return { result: { text: message?.content ?? "" }, usage, ...(refusal === undefined ? {} : { refusal }) };
  },
};

/** The answer, unless it is an error with status 200, as gateways to other providers send it. */
function answered<T>(answer: T): T {
  if (isErrorBody(answer)) throw unstarted(answer, rules);
  return answer;
}

function imagesOf({ data, usage }: { data?: { url?: string; b64_json?: string }[]; usage?: object }): { result: Json; usage?: object | undefined } {
  const images = (data ?? []).map(({ url, b64_json }) => ({ url: url ?? `data:image/png;base64,${b64_json}` }));
  return { result: { data: images }, usage };
}

/** A conversation takes its images as text within JSON, every other operation its files as parts of a form. */
async function withFiles(submission: Submission): Promise<never> {
  if (submission.endpoint === "chat.completions") return (await inlineFiles(submission)) as never;
  const { request, files } = submission;
  const open = async (value: Json): Promise<unknown> => {
    if (Array.isArray(value)) return Promise.all(value.map(open));
    const file = typeof value === "string" ? files.get(value) : undefined;
    return file ? fileBlob(file) : value;
  };
  const entries = Object.entries(request).map(async ([name, value]) => [name, await open(value)] as const);
  return Object.fromEntries(await Promise.all(entries)) as never;
}
