import { createHmac, timingSafeEqual } from "node:crypto";
import type { Json } from "@/lib/generators/contract/define-generator";
import { jsonObject } from "@/lib/generators/contract/json-object";
import type { JobStatus, Provider, ProviderAccess } from "@/lib/generators/contract/provider";
import { readPath } from "@/lib/generators/contract/read-path";
import { workingKey } from "@/lib/generators/transport/ask-account";
import { fileBlob } from "@/lib/generators/transport/file-blob";
import { failedBecause, isContentRefusal, type RefusalRule, refusalError, transport, wordsIn } from "@/lib/generators/transport/transport";
import { say } from "@/lib/messages/say";
import { BoardsError } from "@/lib/platform/errors";
import * as models from "./models";

/**
 * Kie's three protocols, told apart by the endpoint: `market:<model>`, `veo`, `aleph` and the like (dedicated),
 * `suno:<path>`. https://docs.kie.ai (read 2026-11-24)
 */
interface Protocol {
  submitPath: string;
  statusPath: string;
  body(request: Record<string, Json>, callBackUrl: string | null): Record<string, Json>;
  read(data: Record<string, Json>): JobStatus;
  /** Codes of the status answer that are the last word on a task, beside those of every protocol. */
  finalCodes: number[];
}

const address = "https://api.kie.ai/api/v1";
const uploadAddress = "https://kieai.redpandaai.co/api/file-stream-upload";
const webhookToleranceSeconds = 300;
// https://kie.ai/pricing
const usdPerCredit = 0.005;

const withCallback = (request: Record<string, Json>, callBackUrl: string | null) => ({ ...request, ...(callBackUrl ? { callBackUrl } : {}) });

function protocolOf(endpoint: string): Protocol {
  const [kind = "", name = ""] = endpoint.split(":");
  if (kind === "market")
    return {
      submitPath: "/jobs/createTask",
      statusPath: "/jobs/recordInfo",
      body: (input, callBackUrl) => withCallback({ model: name, input }, callBackUrl),
      read: readMarket,
      finalCodes: [],
    };
  if (kind === "suno")
    return {
      submitPath: name ? `/generate/${name}` : "/generate",
      statusPath: "/generate/record-info",
      // Suno's endpoints insist on an address, also where nobody can be reached.
      body: (request, callBackUrl) => withCallback(request, callBackUrl ?? "https://example.invalid/unused"),
      read: readSuno,
      finalCodes: [],
    };
  return {
    submitPath: `/${kind}/generate`,
    statusPath: `/${kind}/record-info`,
    body: withCallback,
    read: readDedicated,
    finalCodes: kind === "veo" ? [500] : [],
  };
}

export const kie: Provider = {
  name: "kie",
  title: "Kie",
  website: "https://kie.ai/api-key",
  billingPage: "https://kie.ai/pricing",
  variables: [
    { name: "KIE_API_KEY", holds: "apiKey" },
    {
      name: "KIE_WEBHOOK_SECRET",
      holds: "webhookSecret",
      isOptional: true,
      description: "Kie's webhooks are believed with this one; without it Kie is asked now and then instead.",
    },
  ],
  models,
  takesWebhookSecret: true,
  concurrency: 20,

  async start(access, { endpoint, request, webhookUrl }) {
    const { submitPath, body } = protocolOf(endpoint);
    const { data } = accepted(await call(access, `${address}${submitPath}`, body(request, webhookUrl)), true);
    const externalJobId = data.taskId;
    if (typeof externalJobId !== "string" || !externalJobId) throw new BoardsError("provider.outcome_unknown", { raw: JSON.stringify(data) });
    return { externalJobId };
  },

  async status(access, { endpoint, externalJobId }) {
    const { statusPath, read, finalCodes } = protocolOf(endpoint);
    const answer = await call(access, `${address}${statusPath}?taskId=${encodeURIComponent(externalJobId)}`);
    return [...lastWords, ...finalCodes].includes(answer.code) ? endedBy(answer) : read(accepted(answer).data);
  },

  // Kie documents no way to stop a task.
  cancel: async () => false,

  // https://docs.kie.ai/common-api/get-account-credits (read 2026-11-26): `data` is the number of credits.
  testKey: async (access) => workingKey(accepted(await call(access, `${address}/chat/credit`)).data, "credits"),

  // https://docs.kie.ai/file-upload-api/upload-file-stream: files are deleted after 3 days.
  async upload(access, file) {
    const form = new FormData();
    form.set("file", await fileBlob(file));
    form.set("uploadPath", "boards");
    form.set("fileName", file.filename);
    const { data } = accepted(await call(access, uploadAddress, form));
    return { url: String(data.downloadUrl), expiresInSeconds: 3 * 86_400 };
  },

  // https://docs.kie.ai/common-api/webhook-verification
  async verifyWebhook({ webhookSecret }, { headers, body }) {
    const [externalJobId] = readPath(body, "data.taskId | data.task_id | taskId");
    const timestamp = headers.get("x-webhook-timestamp") ?? "";
    const isRecent = Math.abs(Date.now() / 1000 - Number(timestamp)) <= webhookToleranceSeconds;
    if (!externalJobId || !webhookSecret || !isRecent) throw new BoardsError("provider.webhook_refused");
    const expected = createHmac("sha256", webhookSecret).update(`${externalJobId}.${timestamp}`).digest();
    const given = Buffer.from(headers.get("x-webhook-signature") ?? "", "base64");
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new BoardsError("provider.webhook_refused");
    return { externalJobId };
  },
};

/**
 * Kie's codes: https://docs.kie.ai/veo3-api/generate-veo-3-video-callbacks, https://docs.kie.ai/veo3-api/get-veo-3-video-details
 * (read 2026-11-26). They come in answers of status 200.
 */
const rules: RefusalRule[] = [
  { says: /content polic|flagged|sensitive|violat|nsfw|unsafe/i, reason: "provider.content_refused" },
  { status: [433], reason: "provider.no_credit", message: say("reasons.provider.kie.keyLimit") },
  { status: [422], says: /model[^"]*(not supported|not exist|offline)/i, reason: "provider.model_gone" },
  { status: [501, 505, 531], reason: "provider.failed" },
];

/** What Kie says of a task in place of its record, once and for all: the inputs are refused, a file cannot be fetched, the task failed. */
const lastWords = [400, 451, 501, 505];

interface Answer {
  code: number;
  data: Record<string, Json>;
  refusal: { status: number; body: Record<string, Json>; text: string };
}

async function call({ apiKey }: ProviderAccess, url: string, body?: Record<string, Json> | FormData): Promise<Answer> {
  const isUpload = body instanceof FormData;
  const headers = { authorization: `Bearer ${apiKey}`, ...(body && !isUpload ? { "content-type": "application/json" } : {}) };
  const isSubmit = body !== undefined && !isUpload;
  const send = transport({ isBillable: isSubmit, rules, timeoutSeconds: isUpload ? 300 : 60 });
  const response = await send(url, body ? { method: "POST", headers, body: isUpload ? body : JSON.stringify(body) } : { headers });
  const text = await response.text();
  const answer = jsonObject(text);
  if (!answer) throw new BoardsError(isSubmit ? "provider.outcome_unknown" : "provider.unavailable", { raw: text.slice(0, 1000) });
  const code = Number(answer.code);
  return { code, data: (answer.data ?? {}) as Record<string, Json>, refusal: { status: code, body: answer, text } };
}

/** The answer, unless its code says otherwise. */
function accepted(answer: Answer, isSubmit = false): Answer {
  const { code, refusal } = answer;
  // Maintenance.
  if (code === 455) throw new BoardsError("provider.unavailable", { raw: refusal.text.slice(0, 1000), isSilence: isSubmit });
  if (code !== 200) throw refusalError(refusal, { isSubmit, rules });
  return answer;
}

function endedBy({ code, refusal }: Answer): JobStatus {
  const { reason, closerMessage, raw } = refusalError(refusal, { rules });
  if (reason === "provider.content_refused") return { state: "failed", reason, raw };
  if (code === 400 || code === 451) return { state: "failed", reason: "provider.bad_input", message: closerMessage, raw };
  return { state: "failed", reason: "provider.failed", message: failedBecause(wordsIn(refusal.body)), raw };
}

function readMarket(data: Record<string, Json>): JobStatus {
  switch (data.state) {
    case "waiting":
    case "queuing":
      return { state: "queued" };
    case "generating":
      return typeof data.progress === "number" ? { state: "running", progress: data.progress / 100 } : { state: "running" };
    case "success":
      return succeeded(data);
    case "fail":
      return failure(String(data.failMsg ?? ""), data);
    default:
      throw unknownState(data);
  }
}

function readDedicated(data: Record<string, Json>): JobStatus {
  switch (data.successFlag) {
    case 0:
      return { state: "running" };
    case 1:
      return succeeded(data);
    case 2:
    case 3:
      return failure(String(data.errorMessage ?? ""), data);
    default:
      throw unknownState(data);
  }
}

function readSuno(data: Record<string, Json>): JobStatus {
  switch (data.status) {
    case "PENDING":
      return { state: "queued" };
    case "TEXT_SUCCESS":
      return { state: "running", progress: 0.3, message: say("reasons.provider.kie.lyricsReady") };
    case "FIRST_SUCCESS":
      return { state: "running", progress: 0.7, message: say("reasons.provider.kie.firstTrackReady") };
    // The music exists, though our address did not answer.
    case "CALLBACK_EXCEPTION":
    case "SUCCESS":
      return succeeded(data);
    case "SENSITIVE_WORD_ERROR":
      return { state: "failed", reason: "provider.content_refused", raw: JSON.stringify(data).slice(0, 4000), ...billed(data) };
    case "CREATE_TASK_FAILED":
    case "GENERATE_AUDIO_FAILED":
      return failure(String(data.errorMessage ?? ""), data);
    default:
      throw unknownState(data);
  }
}

// Tasks of the market tell `creditsConsumed`; https://docs.kie.ai/market/google/nano-banana-edit (read 2026-11-25)
const billed = ({ creditsConsumed }: Record<string, Json>) =>
  typeof creditsConsumed === "number" ? { billedUsd: creditsConsumed * usdPerCredit } : {};

const succeeded = (data: Record<string, Json>): JobStatus => ({ state: "succeeded", result: data, ...billed(data) });

function failure(text: string, data: Record<string, Json>): JobStatus {
  const isRefused = isContentRefusal({ status: 400, body: data, text }, rules);
  const message = isRefused ? undefined : failedBecause(text);
  return {
    state: "failed",
    reason: isRefused ? "provider.content_refused" : "provider.failed",
    ...(message ? { message } : {}),
    raw: JSON.stringify(data).slice(0, 4000),
    ...billed(data),
  };
}

const unknownState = (data: Record<string, Json>) =>
  new BoardsError("provider.unavailable", { raw: `unknown status ${JSON.stringify(data).slice(0, 500)}` });
