import type { Json } from "@/lib/generators/contract/define-generator";
import { jsonObject } from "@/lib/generators/contract/json-object";
import type { Provider, ProviderAccess, StartedJob, Submission } from "@/lib/generators/contract/provider";
import { usageOf } from "@/lib/generators/contract/usage";
import { askAccount } from "@/lib/generators/transport/ask-account";
import { bytesWithin } from "@/lib/generators/transport/bounded-body";
import { formOf } from "@/lib/generators/transport/form-body";
import { inlineFiles } from "@/lib/generators/transport/inline-files";
import { isErrorBody, type RefusalRule, transport, unstarted } from "@/lib/generators/transport/transport";
import { say } from "@/lib/messages/say";
import { BoardsError } from "@/lib/platform/errors";
import * as models from "./models";

const spent = ["credit_balance_exhausted", "insufficient_quota", "billing_hard_limit_reached", "billing_not_active"];
const limited = ["organization_spend_limit_exceeded", "project_spend_limit_exceeded", "organization_usage_limit_exceeded"];

/**
 * What OpenAI's refusals mean: https://developers.openai.com/api/docs/guides/error-codes and
 * https://help.openai.com/en/articles/6614457-troubleshooting-api-usage-and-spend-limits (read 2026-11-26). The narrower code comes first:
 * the type of every error about money may be `insufficient_quota`.
 */
const rules: RefusalRule[] = [
  {
    code: limited,
    reason: "provider.no_credit",
    message: say("reasons.provider.openai.limit"),
  },
  { code: spent, reason: "provider.no_credit" },
  {
    status: [400, 403],
    says: /must be verified/i,
    reason: "provider.not_configured",
    message: say("reasons.provider.openai.unverified"),
  },
  {
    status: [403],
    says: /unsupported_country_region_territory|country, region, or territory not supported/i,
    reason: "provider.not_configured",
    message: say("reasons.provider.openai.country"),
  },
  { code: ["content_policy_violation", "moderation_blocked"], reason: "provider.content_refused" },
  // The type alone says only that the person can mend it: an image of the wrong kind has it, too.
  { code: ["image_generation_user_error"], says: /safety system|moderation|content polic/i, reason: "provider.content_refused" },
  { status: [400, 404], code: ["model_not_found"], reason: "provider.model_gone" },
  { status: [400, 404], says: /model [^"]*(has been deprecated|has been shut down|is no longer)/i, reason: "provider.model_gone" },
];

/** For servers that speak OpenAI's HTTP, too. */
export const callSeconds = 600;
/** Ten of the largest images, as text. */
const largestAnswerBytes = 402_653_184;

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
export async function callOpenAi(access: ProviderAccess, submission: Submission, address: string, own: RefusalRule[] = []): Promise<StartedJob> {
  const { jobId, endpoint } = submission;
  const operation = operations[endpoint];
  if (!operation) throw new BoardsError("provider.bad_input", { raw: `no operation ${endpoint}` });
  const { headers, body } = await operation.send(submission);
  const send = transport({ isBillable: true, timeoutSeconds: callSeconds, rules: [...own, ...rules] });
  const authorization = `Bearer ${access.apiKey || "none"}`;
  const response = await send(`${address}/${operation.path}`, { method: "POST", headers: { ...headers, authorization }, body });
  const { result, usage, refusal } = await operation.read(response);
  const counted = usage ? { usage: usageOf(usage) } : {};
  if (refusal !== undefined)
    return { externalJobId: jobId, status: { state: "failed", reason: "provider.content_refused", raw: refusal, ...counted } };
  return { externalJobId: jobId, status: { state: "succeeded", result, ...counted } };
}

interface Body {
  headers?: Record<string, string>;
  body: string | FormData;
}

/** `refusal`: what it says in place of a result; its words are paid for all the same. */
interface Answer {
  result: Json;
  usage?: object | undefined;
  refusal?: string;
}

interface Operation {
  path: string;
  send(submission: Submission): Body | Promise<Body>;
  read(response: Response): Promise<Answer>;
}

const asJson = (request: unknown): Body => ({ headers: { "content-type": "application/json" }, body: JSON.stringify(request) });

/** Lists are told from single values by their name. */
async function asForm({ request, files }: Submission): Promise<Body> {
  const named = Object.entries(request).map(([name, value]) => [Array.isArray(value) ? `${name}[]` : name, value] as const);
  return { body: await formOf({ request: Object.fromEntries(named), files }) };
}

// https://platform.openai.com/docs/api-reference (read 2026-11-24)
const operations: Record<string, Operation> = {
  "images.generate": { path: "images/generations", send: ({ request }) => asJson(request), read: imagesIn },
  "images.edit": { path: "images/edits", send: asForm, read: imagesIn },
  "audio.transcriptions": {
    path: "audio/transcriptions",
    send: asForm,
    async read(response) {
      const { text, usage } = await answerIn<{ text: string; usage?: object }>(response);
      return { result: { text }, usage };
    },
  },
  "audio.speech": {
    path: "audio/speech",
    send: ({ request }) => asJson(request),
    async read(response) {
      const mimeType = response.headers.get("content-type") ?? "audio/mpeg";
      const bytes = await bytesOf(response);
      if (mimeType.startsWith("application/json")) throw unstarted(jsonObject(bytes.toString("utf8")), rules);
      return { result: { audio: { url: `data:${mimeType};base64,${bytes.toString("base64")}` } } };
    },
  },
  "chat.completions": {
    path: "chat/completions",
    // A conversation takes its images as text within JSON.
    send: async (submission) => asJson(await inlineFiles(submission)),
    async read(response) {
      const { choices, usage } = await answerIn<Completion>(response);
      const [{ finish_reason: reason, message } = {}] = choices;
      const isFiltered = reason === "content_filter" && !message?.content;
      const refusal = isFiltered ? "content_filter" : message?.content ? undefined : (message?.refusal ?? undefined);
      return { result: { text: message?.content ?? "" }, usage, ...(refusal === undefined ? {} : { refusal }) };
    },
  },
};

interface Completion {
  choices: { finish_reason?: string; message?: { content?: string | null; refusal?: string | null } }[];
  usage?: object;
}

async function imagesIn(response: Response): Promise<Answer> {
  const { data, usage } = await answerIn<{ data?: { url?: string; b64_json?: string }[]; usage?: object }>(response);
  const images = (data ?? []).map(({ url, b64_json }) => ({ url: url ?? `data:image/png;base64,${b64_json}` }));
  return { result: { data: images }, usage };
}

/** The answer, unless it is an error with status 200, as gateways to other providers send it. */
async function answerIn<Shape>(response: Response): Promise<Shape> {
  const text = (await bytesOf(response)).toString("utf8");
  const answer = jsonObject(text);
  if (!answer) throw new Error(`an answer that is no JSON object: ${text.slice(0, 500)}`);
  if (isErrorBody(answer)) throw unstarted(answer, rules);
  return answer as Shape;
}

async function bytesOf({ body }: Response): Promise<Buffer> {
  const bytes = await bytesWithin(body, largestAnswerBytes);
  if (!bytes) throw new Error(`an answer of more than ${largestAnswerBytes} bytes`);
  return bytes;
}
