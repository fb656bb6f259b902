import type { Json } from "@/lib/generators/contract/define-generator";
import { jsonObject } from "@/lib/generators/contract/json-object";
import type { JobStatus, Provider, ProviderAccess, StartedJob, Submission } from "@/lib/generators/contract/provider";
import { askAccount, workingKey } from "@/lib/generators/transport/ask-account";
import { bytesWithin } from "@/lib/generators/transport/bounded-body";
import { formOf } from "@/lib/generators/transport/form-body";
import { transport, unstarted } from "@/lib/generators/transport/transport";
import { BoardsError } from "@/lib/platform/errors";
import * as models from "./models";
import { usdOf } from "./prices";
import { explain, rules } from "./refusals";

const address = "https://api.stability.ai/v2beta";
/** Images are made within the call. */
const callSeconds = 180;
/** More than the largest image or six minutes of WAV. */
const largestAnswerBytes = 134_217_728;

/**
 * Stability AI's own API. The endpoint is the path after `/v2beta/`: images are made within the call, sound is a job.
 * https://platform.stability.ai/docs/api-reference (read 2026-11-26)
 */
export const stability: Provider = {
  name: "stability",
  title: "Stability AI",
  website: "https://platform.stability.ai/account/keys",
  billingPage: "https://platform.stability.ai/account/credits",
  variables: [{ name: "STABILITY_API_KEY", holds: "apiKey" }],
  models,
  // 150 requests in 10 seconds are allowed.
  concurrency: 20,
  callSeconds,

  async start(access, submission) {
    const send = transport({ isBillable: true, timeoutSeconds: callSeconds, rules, explain });
    const headers = { ...headersOf(access), accept: "application/json" };
    const response = await send(`${address}/${submission.endpoint}`, { method: "POST", headers, body: await formOf(submission) });
    const bytes = await bytesWithin(response.body, largestAnswerBytes);
    if (!bytes) return { externalJobId: submission.jobId, status: tooLarge };
    const text = bytes.toString("utf8");
    return isJob(submission.endpoint) ? begun(jsonObject(text), text) : made(jsonObject(text), text, submission);
  },

  async status(access, { endpoint, externalJobId }) {
    if (!isJob(endpoint)) throw new BoardsError("provider.outcome_unknown");
    const send = transport({ rules, explain });
    const response = await send(`${address}/audio/results/${encodeURIComponent(externalJobId)}`, {
      headers: { ...headersOf(access), accept: "audio/*" },
    });
    if (response.status === 202) return { state: "running" };
    const mimeType = response.headers.get("content-type")?.split(";")[0] ?? "";
    if (!mimeType.startsWith("audio/")) throw new BoardsError("provider.unavailable", { raw: `an answer of type ${mimeType}` });
    if (response.headers.get("finish-reason") === "CONTENT_FILTERED") return refused(endpoint);
    const bytes = await bytesWithin(response.body, largestAnswerBytes);
    if (!bytes) return tooLarge;
    const audio: Json = bytes.length > 0 ? { url: `data:${mimeType};base64,${bytes.toString("base64")}` } : {};
    return { state: "succeeded", result: { audio }, billedUsd: usdOf(endpoint) };
  },

  cancel: async () => false,

  // https://platform.stability.ai/docs/api-reference#tag/User, of the older API that serves the same keys.
  testKey: async (access) => workingKey((await askAccount("https://api.stability.ai/v1/user/balance", headersOf(access), rules)).credits, "credits"),
};

const tooLarge: JobStatus = { state: "failed", reason: "provider.result_invalid", raw: `more than ${largestAnswerBytes} bytes` };

const isJob = (endpoint: string) => endpoint.startsWith("audio/");
const headersOf = ({ apiKey }: ProviderAccess) => ({ authorization: `Bearer ${apiKey}` });

function begun(answer: Record<string, Json> | null, text: string): StartedJob {
  if (typeof answer?.id === "string" && /^[\w-]{1,100}$/.test(answer.id) && !answer.errors) return { externalJobId: answer.id };
  throw unstarted(answer ?? text, rules);
}

function made(answer: Record<string, Json> | null, text: string, { jobId, endpoint, request }: Submission): StartedJob {
  const { image, finish_reason: finished } = answer ?? {};
  if (typeof finished !== "string") throw unstarted(answer ?? text.slice(0, 1000), rules);
  const priced = typeof request.model === "string" ? request.model : endpoint;
  // What the filter has blurred counts as made, and is paid for.
  if (finished === "CONTENT_FILTERED") return { externalJobId: jobId, status: refused(priced) };
  const url: Json = typeof image === "string" && image !== "" ? { url: `data:image/${request.output_format ?? "png"};base64,${image}` } : {};
  return { externalJobId: jobId, status: { state: "succeeded", result: { image: url }, billedUsd: usdOf(priced) } };
}

const refused = (priced: string): JobStatus => ({
  state: "failed",
  reason: "provider.content_refused",
  raw: "finish_reason CONTENT_FILTERED",
  billedUsd: usdOf(priced),
});
