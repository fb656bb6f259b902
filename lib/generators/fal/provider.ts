import { createFalClient } from "@fal-ai/client";
import { BoardsError } from "@/lib/errors";
import type { Json } from "../define-generator";
import { fileBlob } from "../file-blob";
import type { JobStatus, Provider, ProviderAccess } from "../provider";
import { type Refusal, transport } from "../transport";
import { countingUnits, usdFor } from "./billing";
import { findLost } from "./find-lost";
import { verifyFalWebhook } from "./webhooks";

interface QueueStatus {
  status: string;
  queue_position?: number;
  logs?: { message?: string }[] | null;
  error?: string;
}

const client = ({ apiKey }: ProviderAccess, send = transport({ isContentRefusal })) =>
  createFalClient({ credentials: apiKey, fetch: send, retry: { maxRetries: 0 } });

/** fal's queue. https://docs.fal.ai/model-apis/model-endpoints/queue (read 2026-11-24) */
export const fal: Provider = {
  name: "fal",
  title: "fal",
  website: "https://fal.ai/dashboard/keys",
  keyVariable: "FAL_KEY",
  concurrency: 10,

  async start(access, { endpoint, request, webhookUrl }) {
    const { request_id } = await client(access, transport({ isBillable: true, isContentRefusal })).queue.submit(endpoint, {
      input: request,
      ...(webhookUrl ? { webhookUrl } : {}),
    });
    return { externalJobId: request_id };
  },

  async status(access, { endpoint, externalJobId }) {
    const counting = countingUnits(transport({ isContentRefusal }));
    const { queue } = client(access, counting.fetch);
    const answer = (await queue.status(endpoint, { requestId: externalJobId, logs: true })) as QueueStatus;
    switch (answer.status) {
      case "IN_QUEUE":
        return { state: "queued", ...(answer.queue_position === undefined ? {} : { position: answer.queue_position }) };
      case "IN_PROGRESS":
        return { state: "running", ...lastLog(answer) };
      case "COMPLETED":
        return settled(queue.result(endpoint, { requestId: externalJobId }), () => usdFor(access, endpoint, counting.units()));
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

  find: findLost,

  verifyWebhook: (_access, request) => verifyFalWebhook(request),
};

const isContentRefusal = ({ body }: Refusal) => /content_policy_violation|content could not be processed|nsfw/i.test(JSON.stringify(body));

// A job that failed answers with its error where the result would be.
async function settled(answer: Promise<{ data: unknown }>, billed: () => Promise<number | undefined>): Promise<JobStatus> {
  try {
    const { data } = await answer;
    const billedUsd = await billed();
    const refusedOutputs = blanked(data);
    return {
      state: "succeeded",
      result: data as Json,
      ...(billedUsd === undefined ? {} : { billedUsd }),
      ...(refusedOutputs.length > 0 ? { refusedOutputs } : {}),
    };
  } catch (error) {
    if (!(error instanceof BoardsError)) throw error;
    if (error.reason === "provider.content_refused" || error.reason === "provider.bad_input")
      return { state: "failed", reason: error.reason, message: error.message, raw: error.raw };
    throw error;
  }
}

// Models with a safety checker send a black picture for what it refuses, and say so beside it: `has_nsfw_concepts`, one flag a picture.
function blanked(data: unknown): number[] {
  const flags = Object.entries((data ?? {}) as Record<string, Json>).filter(([name]) => /nsfw/i.test(name));
  return flags.flatMap(([, value]) => [value].flat()).flatMap((isFlagged, place) => (isFlagged === true ? [place] : []));
}

function lastLog({ logs }: QueueStatus): { message?: string; progress?: number } {
  const message = logs?.at(-1)?.message?.trim().slice(0, 200);
  const percent = /(\d{1,3})%\|/.exec(message ?? "")?.[1];
  // A progress bar drawn with letters says nothing beside its number.
  const words = percent ? undefined : message;
  return { ...(words ? { message: words } : {}), ...(percent ? { progress: Number(percent) / 100 } : {}) };
}
