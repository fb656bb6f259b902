import RunwayML from "@runwayml/sdk";
import { BoardsError, type ErrorReason } from "@/lib/errors";
import { fileBlob } from "../file-blob";
import type { FailureReason, JobStatus, Provider, ProviderAccess } from "../provider";
import { transport } from "../transport";

const uploadSeconds = 300;
/** https://docs.dev.runwayml.com/guides/pricing */
const creditsForOneUsd = 100;

const client = ({ apiKey }: ProviderAccess, { isBillable = false, timeoutSeconds = 60 } = {}) =>
  new RunwayML({
    apiKey,
    baseURL: "https://api.dev.runwayml.com",
    maxRetries: 0,
    timeout: timeoutSeconds * 1000,
    fetch: transport({ isBillable, timeoutSeconds, explain }),
  });

/** Runway's tasks; the endpoint is the path after `/v1/`. https://docs.dev.runwayml.com/api (version 2024-11-06, read 2026-11-25) */
export const runway: Provider = {
  name: "runway",
  title: "Runway",
  website: "https://dev.runwayml.com",
  keyVariable: "RUNWAYML_API_SECRET",
  // Runway takes more, and lets them wait.
  concurrency: 5,

  async start(access, { endpoint, request }) {
    const answer = client(access, { isBillable: true }).post<{ id?: unknown } | null>(`/v1/${endpoint}`, { body: request });
    const task = await sorted(answer, "provider.outcome_unknown");
    if (typeof task?.id !== "string" || !task.id) throw new BoardsError("provider.outcome_unknown", { raw: JSON.stringify(task)?.slice(0, 1000) });
    return { externalJobId: task.id };
  },

  async status(access, { externalJobId }) {
    try {
      return read(await sorted(client(access).tasks.retrieve(externalJobId)));
    } catch (error) {
      // A task that was stopped or deleted cannot be read any more.
      if (error instanceof BoardsError && error.raw?.startsWith("404 ")) return { state: "cancelled" };
      throw error;
    }
  },

  async cancel(access, job) {
    const { state } = await runway.status(access, job);
    // Deleting a task that has ended would delete what it made.
    if (state !== "queued" && state !== "running") return state === "cancelled";
    await sorted(client(access).tasks.delete(job.externalJobId));
    return true;
  },

  // https://docs.dev.runwayml.com/assets/uploads: the address is good for 24 hours.
  async upload(access, file) {
    const { uploads } = client(access, { timeoutSeconds: uploadSeconds });
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
    const { raw } = known;
    // Runway says this with status 400.
    if (/not have enough credits/i.test(raw ?? ""))
      throw new BoardsError("provider.not_configured", { raw, message: "The account at the provider has no credit left" });
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
        reason: reasonOf(task.failureCode ?? ""),
        raw: `${task.failureCode ?? ""} ${task.failure}`.slice(0, 4000),
        ...charged,
      };
    default:
      throw new BoardsError("provider.unavailable", { raw: `unknown status ${JSON.stringify(task).slice(0, 500)}` });
  }
}

/** https://docs.dev.runwayml.com/errors/task-failures (read 2026-11-25) */
function reasonOf(failureCode: string): FailureReason {
  if (/(^|\.)SAFETY(\.|$)/.test(failureCode)) return "provider.content_refused";
  return failureCode.startsWith("ASSET.") ? "provider.bad_input" : "provider.failed";
}
