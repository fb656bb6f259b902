import type RunwayML from "@runwayml/sdk";
import type { FailureReason, JobStatus, Provider, ProviderAccess } from "@/lib/generators/contract/provider";
import { workingKey } from "@/lib/generators/transport/ask-account";
import { fileBlob } from "@/lib/generators/transport/file-blob";
import { providerName } from "@/lib/generators/transport/provider-name";
import { failedBecause, type RefusalRule, transport, unstarted } from "@/lib/generators/transport/transport";
import { say } from "@/lib/messages/say";
import { BoardsError, type ErrorReason } from "@/lib/platform/errors";
import * as models from "./models";

const uploadSeconds = 300;
/** https://docs.dev.runwayml.com/guides/pricing */
const creditsForOneUsd = 100;

/** https://docs.dev.runwayml.com/errors/errors (read 2026-11-26) */
const rules: RefusalRule[] = [
  // With status 400.
  { says: /not have enough credits/i, reason: "provider.no_credit" },
  // Nobody types the model's name.
  { status: [400], says: /"path":\["model"\]/, reason: "provider.model_gone" },
  // Shedding load, or too busy to satisfy the request: nothing was accepted, and it may be tried again.
  { status: [502, 504], reason: "provider.unavailable" },
];

async function client({ apiKey }: ProviderAccess, { isBillable = false, timeoutSeconds = 60 } = {}): Promise<RunwayML> {
  const { default: RunwayML } = await import("@runwayml/sdk");
  return new RunwayML({
    apiKey,
    baseURL: "https://api.dev.runwayml.com",
    maxRetries: 0,
    // Ours ends first, and says so.
    timeout: (timeoutSeconds + 5) * 1000,
    fetch: transport({ isBillable, timeoutSeconds, rules, explain }),
  });
}

/** Runway's tasks; the endpoint is the path after `/v1/`. https://docs.dev.runwayml.com/api (version 2024-11-06, read 2026-11-25) */
export const runway: Provider = {
  name: "runway",
  title: "Runway",
  website: "https://dev.runwayml.com",
  billingPage: "https://dev.runwayml.com/billing",
  variables: [{ name: "RUNWAYML_API_SECRET", holds: "apiKey" }],
  models,
  // Runway takes more, and lets them wait.
  concurrency: 5,

  async start(access, { endpoint, request }) {
    const answer = (await client(access, { isBillable: true })).post<{ id?: unknown } | null>(`/v1/${endpoint}`, { body: request });
    const task = await sorted(answer, "provider.outcome_unknown");
    if (typeof task?.id !== "string" || !task.id) throw unstarted(task, rules);
    return { externalJobId: task.id };
  },

  async status(access, { externalJobId }) {
    try {
      return read(await sorted((await client(access)).tasks.retrieve(externalJobId)));
    } catch (error) {
      // A task that was stopped or deleted cannot be read any more.
      if (error instanceof BoardsError && error.raw?.startsWith("404 ")) return { state: "cancelled" };
      throw error;
    }
  },

  // https://docs.dev.runwayml.com/api/#tag/Organization (read in the types of @runwayml/sdk 4)
  async testKey(access) {
    const { creditBalance } = await sorted((await client(access)).organization.retrieve());
    return workingKey(creditBalance, "credits");
  },

  async cancel(access, job) {
    const { state } = await runway.status(access, job);
    // Deleting a task that has ended would delete what it made.
    if (state !== "queued" && state !== "running") return state === "cancelled";
    await sorted((await client(access)).tasks.delete(job.externalJobId));
    return true;
  },

  // https://docs.dev.runwayml.com/assets/uploads: the address is good for 24 hours.
  async upload(access, file) {
    const { uploads } = await client(access, { timeoutSeconds: uploadSeconds });
    const { uri } = await sorted(uploads.createEphemeral({ file: await fileBlob(file) }));
    return { url: uri, expiresInSeconds: 86_400 };
  },
};

/** The error that our fetch threw, out of the client's wrapping; `otherwise` for an answer that nobody understands. */
async function sorted<T>(answer: PromiseLike<T>, otherwise: ErrorReason = "provider.unavailable"): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const known = [error, (error as Error).cause].find((each) => each instanceof BoardsError);
    if (!known) throw new BoardsError(otherwise, { raw: String(error) });
    throw known;
  }
}

/** Runway names the field and what is wrong with it: https://docs.dev.runwayml.com/errors/troubleshooting */
function explain(body: unknown): string | undefined {
  const [issue] = (body as { issues?: { message?: string; path?: unknown[] }[] } | null)?.issues ?? [];
  return issue?.message ? `${issue.path?.join(".") || "The input"}: ${issue.message}`.slice(0, 500) : undefined;
}

function read(task: RunwayML.TaskRetrieveResponse): JobStatus {
  const charged = "cost" in task && task.cost ? { billedUsd: task.cost.credits / creditsForOneUsd } : {};
  switch (task.status) {
    case "PENDING":
    case "THROTTLED":
      return { state: "queued" };
    case "RUNNING":
      return { state: "running", progress: task.progress };
    case "SUCCEEDED":
      return { state: "succeeded", result: { output: task.output }, ...charged };
    case "CANCELLED":
      return { state: "cancelled" };
    case "FAILED":
      return {
        state: "failed",
        ...whyOf(task.failureCode ?? "", task.failure),
        raw: `${task.failureCode ?? ""} ${task.failure}`.slice(0, 4000),
        ...charged,
      };
    default:
      throw new BoardsError("provider.unavailable", { raw: `unknown status ${JSON.stringify(task).slice(0, 500)}` });
  }
}

/** https://docs.dev.runwayml.com/errors/task-failures (read 2026-11-25) */
function whyOf(failureCode: string, failure: string): { reason: FailureReason; message?: string } {
  // What the third part of such a code says is no more than a guess, and not for people.
  if (/(^|\.)SAFETY(\.|$)/.test(failureCode)) return { reason: "provider.content_refused" };
  if (failureCode.startsWith("ASSET."))
    return { reason: "provider.bad_input", message: say("reasons.provider.badInput", { provider: providerName, words: failure }) };
  const message = failedBecause(failure);
  return { reason: "provider.failed", ...(message ? { message } : {}) };
}
