import { createFalClient } from "@fal-ai/client";
import type { Json } from "@/lib/generators/contract/define-generator";
import type { JobStatus, Provider, ProviderAccess } from "@/lib/generators/contract/provider";
import { fileBlob } from "@/lib/generators/transport/file-blob";
import { codesIn, failedBecause, isErrorBody, type RefusalRule, saidIn, transport, unstarted, wordsIn } from "@/lib/generators/transport/transport";
import { say } from "@/lib/messages/say";
import { BoardsError } from "@/lib/platform/errors";
import { countingUnits, usdFor } from "./billing";
import { describeFalModel, modelExample } from "./describe";
import { findLost } from "./find-lost";
import * as models from "./models";
import { testFalKey } from "./test-key";
import { verifyFalWebhook } from "./webhooks";

interface QueueStatus {
  status: string;
  queue_position?: number;
  logs?: { message?: string }[] | null;
  error?: string | null;
  error_type?: string | null;
}

/**
 * fal's refusals: https://fal.ai/docs/documentation/model-apis/errors and …/request-errors (read 2026-11-26). That an account without
 * balance gets status 403 is told by its users alone: https://github.com/fal-ai/fal/issues/1147
 */
const rules: RefusalRule[] = [
  { status: [403], says: /exhausted balance|reason: top_up/i, reason: "provider.no_credit" },
  {
    status: [403],
    says: /user is locked/i,
    reason: "provider.not_configured",
    message: say("reasons.provider.fal.locked"),
  },
  { code: ["content_policy_violation"], reason: "provider.content_refused" },
  // What is wrong is not with the inputs, whatever the status says.
  { code: ["downstream_service_error", "no_media_generated"], reason: "provider.failed" },
  { says: /content could not be processed|nsfw/i, reason: "provider.content_refused" },
];

const client = ({ apiKey }: ProviderAccess, send = transport({ rules })) =>
  createFalClient({ credentials: apiKey, fetch: send, retry: { maxRetries: 0 } });

/** fal's queue. https://docs.fal.ai/model-apis/model-endpoints/queue (read 2026-11-24) */
export const fal: Provider = {
  name: "fal",
  title: "fal",
  website: "https://fal.ai/dashboard/keys",
  billingPage: "https://fal.ai/dashboard/billing",
  variables: [{ name: "FAL_KEY", holds: "apiKey" }],
  models,
  concurrency: 10,

  async start(access, { endpoint, request, webhookUrl }) {
    const answer: unknown = await client(access, transport({ isBillable: true, rules })).queue.submit(endpoint, {
      input: request,
      ...(webhookUrl ? { webhookUrl } : {}),
    });
    const { request_id: externalJobId } = (answer ?? {}) as { request_id?: unknown };
    if (typeof externalJobId !== "string" || !externalJobId) throw unstarted(answer, rules);
    return { externalJobId };
  },

  async status(access, { endpoint, externalJobId }) {
    const { queue } = client(access);
    const answer = (await queue.status(endpoint, { requestId: externalJobId, logs: true })) as QueueStatus;
    switch (answer.status) {
      case "IN_QUEUE":
        return { state: "queued", ...(answer.queue_position === undefined ? {} : { position: answer.queue_position }) };
      case "IN_PROGRESS":
        return { state: "running", ...lastLog(answer) };
      case "COMPLETED": {
        const counting = countingUnits(transport({ rules }));
        const result = client(access, counting.fetch).queue.result(endpoint, { requestId: externalJobId });
        return settled(result, answer, () => usdFor(access, endpoint, counting.units()));
      }
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

  modelExample,
  describe: describeFalModel,

  find: findLost,

  testKey: (access) => testFalKey(access, rules),

  verifyWebhook: (_access, request) => verifyFalWebhook(request),
};

// fal knows no status "failed": a job that failed is COMPLETED, and the address of its result answers with the error, whatever its status.
async function settled(
  result: Promise<{ data: unknown }>,
  { error, error_type }: QueueStatus,
  billed: () => Promise<number | undefined>,
): Promise<JobStatus> {
  let data: unknown;
  try {
    data = (await result).data;
  } catch (trouble) {
    if (!(trouble instanceof BoardsError)) throw trouble;
    // The status has said already how the job ended.
    if (trouble.isSilence && !error) throw trouble;
    return failed(trouble, error, error_type);
  }
  if (isErrorBody(data)) return failed(unstarted(data, rules), error, error_type);
  const billedUsd = await billed();
  const refusedOutputs = blanked(data);
  return {
    state: "succeeded",
    result: data as Json,
    ...(billedUsd === undefined ? {} : { billedUsd }),
    ...(refusedOutputs.length > 0 ? { refusedOutputs } : {}),
  };
}

/** Any other status below 500 speaks of the job, not of its inputs. */
const inputStatuses = [400, 413, 415, 422];

function failed(trouble: BoardsError, error?: string | null, errorType?: string | null): JobStatus {
  const { reason, closerMessage, raw } = trouble;
  const { status, body } = saidIn(trouble);
  if ([...codesIn(body), errorType].includes("client_cancelled")) return { state: "cancelled" };
  if (reason === "provider.content_refused") return { state: "failed", reason, ...(raw ? { raw } : {}) };
  if (reason === "provider.bad_input" && inputStatuses.includes(status))
    return { state: "failed", reason, message: closerMessage, ...(raw ? { raw } : {}) };
  const words = failedBecause(wordsIn(body) ?? error ?? errorType ?? undefined);
  return { state: "failed", reason: "provider.failed", ...(words ? { message: words } : {}), raw: [raw, errorType].filter(Boolean).join(" ") };
}

// Models with a safety checker send a black image for what it refuses, and say so beside it: `has_nsfw_concepts`, one flag an image.
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
