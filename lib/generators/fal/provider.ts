import { createFalClient } from "@fal-ai/client";
import { BoardsError } from "@/lib/errors";
import type { Json } from "../define-generator";
import { fileBlob } from "../file-blob";
import type { JobStatus, Provider, ProviderAccess } from "../provider";
import { type Refusal, transport } from "../transport";

const webhookToleranceSeconds = 300;

interface QueueStatus {
  status: string;
  queue_position?: number;
  logs?: { message?: string }[] | null;
  error?: string;
}

const client = ({ apiKey }: ProviderAccess, isBillable = false) =>
  createFalClient({ credentials: apiKey, fetch: transport({ isBillable, isContentRefusal }), retry: { maxRetries: 0 } });

/** fal's queue. https://docs.fal.ai/model-apis/model-endpoints/queue (read 2026-11-24) */
export const fal: Provider = {
  name: "fal",
  title: "fal",
  website: "https://fal.ai/dashboard/keys",
  keyVariable: "FAL_KEY",
  concurrency: 10,

  async start(access, { endpoint, request, webhookUrl }) {
    const { request_id } = await client(access, true).queue.submit(endpoint, { input: request, ...(webhookUrl ? { webhookUrl } : {}) });
    return { externalJobId: request_id };
  },

  async status(access, { endpoint, externalJobId }) {
    const { queue } = client(access);
    const answer = (await queue.status(endpoint, { requestId: externalJobId, logs: true })) as QueueStatus;
    switch (answer.status) {
      case "IN_QUEUE":
        return { state: "queued", ...(answer.queue_position === undefined ? {} : { position: answer.queue_position }) };
      case "IN_PROGRESS":
        return { state: "running", ...lastLog(answer) };
      case "COMPLETED":
        return result(await settled(queue.result(endpoint, { requestId: externalJobId })));
      default:
        throw new BoardsError("provider.unavailable", { raw: `unknown status ${JSON.stringify(answer).slice(0, 500)}` });
    }
  },

  // fal answers 202 when it will stop the job, and 400 when the job has ended.
  cancel: (access, { endpoint, externalJobId }) =>
    client(access)
      .queue.cancel(endpoint, { requestId: externalJobId })
      .then(() => true)
      .catch((error) => {
        if (error instanceof BoardsError && error.reason === "provider.bad_input") return false;
        throw error;
      }),

  // https://docs.fal.ai/model-apis/model-endpoints/storage: kept for 7 days unless asked otherwise.
  async upload(access, file) {
    const url = await client(access).storage.upload(await fileBlob(file), { lifecycle: { expiresIn: "7d" } });
    return { url, expiresInSeconds: 7 * 86_400 };
  },

  // https://docs.fal.ai/model-apis/model-endpoints/webhooks#verifying-your-webhook
  async verifyWebhook(_access, request) {
    const { headers, body } = request;
    const [requestId, userId, timestamp, signature] = ["request-id", "user-id", "timestamp", "signature"].map(
      (each) => headers.get(`x-fal-webhook-${each}`) ?? "",
    );
    if (!requestId || !signature || Math.abs(Date.now() / 1000 - Number(timestamp)) > webhookToleranceSeconds)
      throw new BoardsError("provider.webhook_refused");
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(body));
    const message = new TextEncoder().encode([requestId, userId, timestamp, Buffer.from(digest).toString("hex")].join("\n"));
    const keys = await webhookKeys();
    const isSigned = await Promise.all(keys.map((key) => crypto.subtle.verify("Ed25519", key, Buffer.from(signature, "hex"), message)));
    if (!isSigned.includes(true)) throw new BoardsError("provider.webhook_refused");
    return { externalJobId: requestId };
  },
};

const isContentRefusal = ({ body }: Refusal) => /content_policy_violation|content could not be processed|nsfw/i.test(JSON.stringify(body));

// A job that failed answers with its error where the result would be.
async function settled(answer: Promise<{ data: unknown }>): Promise<{ data: unknown } | JobStatus> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof BoardsError)) throw error;
    if (error.reason === "provider.content_refused" || error.reason === "provider.bad_input")
      return { state: "failed", reason: error.reason, message: error.message, raw: error.raw };
    throw error;
  }
}

const result = (answer: { data: unknown } | JobStatus): JobStatus =>
  "state" in answer ? answer : { state: "succeeded", result: answer.data as Json };

function lastLog({ logs }: QueueStatus): { message?: string; progress?: number } {
  const message = logs?.at(-1)?.message?.trim().slice(0, 200);
  const percent = /(\d{1,3})%\|/.exec(message ?? "")?.[1];
  // A progress bar drawn with letters says nothing beside its number.
  const words = percent ? undefined : message;
  return { ...(words ? { message: words } : {}), ...(percent ? { progress: Number(percent) / 100 } : {}) };
}

const keysLifeMs = 24 * 3600 * 1000;
let keysRead: { at: number; keys: CryptoKey[] } | undefined;

async function webhookKeys(): Promise<CryptoKey[]> {
  if (keysRead && Date.now() - keysRead.at < keysLifeMs) return keysRead.keys;
  const response = await transport()("https://rest.fal.ai/.well-known/jwks.json");
  const { keys } = (await response.json()) as { keys: { x: string }[] };
  const imported = keys.map(({ x }) => crypto.subtle.importKey("raw", Buffer.from(x, "base64url"), "Ed25519", false, ["verify"]));
  keysRead = { at: Date.now(), keys: await Promise.all(imported) };
  return keysRead.keys;
}
