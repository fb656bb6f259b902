import type { Json } from "@/lib/generators/contract/define-generator";
import type { Provider, ProviderAccess } from "@/lib/generators/contract/provider";
import { askAccount } from "@/lib/generators/transport/ask-account";
import { inlineFiles } from "@/lib/generators/transport/inline-files";
import { ownServerFailure } from "@/lib/generators/transport/own-server";
import { type RefusalRule, transport } from "@/lib/generators/transport/transport";
import { say } from "@/lib/messages/say";
import { BoardsError } from "@/lib/platform/errors";
import * as models from "./models";

const callSeconds = 900;

/** How the web UI's queue knows a task. */
interface TaskState {
  active: boolean;
  queued: boolean;
  progress?: number | null;
}

/**
 * AUTOMATIC1111's web UI and Forge, started with `--api`. They work within the call, so that an image whose answer is lost is lost; the
 * endpoint is the path after `/sdapi/v1/`. https://github.com/AUTOMATIC1111/stable-diffusion-webui/wiki/API (read 2026-11-25)
 */
export const automatic1111: Provider = {
  name: "automatic1111",
  title: "AUTOMATIC1111",
  website: "https://github.com/AUTOMATIC1111/stable-diffusion-webui/wiki/API",
  variables: [
    { name: "AUTOMATIC1111_URL", holds: "baseUrl", description: "The address of AUTOMATIC1111 or Forge." },
    { name: "AUTOMATIC1111_API_KEY", holds: "apiKey", isOptional: true, description: "What its `--api-auth` was given, as in user:password." },
  ],
  models,
  isFree: true,
  knowsOurIds: true,
  isOwnServer: true,
  // It makes one after the other.
  concurrency: 1,
  callSeconds,

  async start(access, submission) {
    const { jobId, endpoint } = submission;
    // Our own id for the task, so that we can tell it from those of other people.
    const request = { ...(await inlineFiles(submission)), force_task_id: jobId };
    const response = await call(access, `/sdapi/v1/${endpoint}`, request, { isBillable: true, timeoutSeconds: callSeconds }).catch((error) => {
      // Without a sentence in `detail`, `errors` holds the exception's.
      throw ownServerFailure(error, ({ detail, errors }) => detail || errors);
    });
    const { images, image } = await jsonOf<{ images?: string[] | null; image?: string | null }>(response, "provider.outcome_unknown");
    const made: Json[] = (images ?? [image]).filter((each) => typeof each === "string").map((each) => ({ url: `data:image/png;base64,${each}` }));
    return { externalJobId: jobId, status: { state: "succeeded", result: { images: made } } };
  },

  async status(access, { externalJobId }) {
    const { active, queued, progress } = await taskState(access, externalJobId);
    if (active) return { state: "running", ...(typeof progress === "number" ? { progress } : {}) };
    if (queued) return { state: "queued" };
    throw new BoardsError("provider.outcome_unknown");
  },

  // Interrupting stops whatever is being made, also what someone else asked for.
  async cancel(access, { externalJobId }) {
    const { active } = await taskState(access, externalJobId);
    if (active) await call(access, "/sdapi/v1/interrupt", {});
    return active;
  },

  // `modules/api/api.py`: how far the server is, without a preview.
  async testKey({ baseUrl, apiKey }) {
    await askAccount(`${baseUrl}/sdapi/v1/progress?skip_current_image=true`, keyHeaders(apiKey), rules);
    return {};
  },
};

// The server's own interface asks here; without interface (`--nowebui`) nobody knows.
async function taskState(access: ProviderAccess, taskId: string): Promise<TaskState> {
  try {
    return await jsonOf(await call(access, "/internal/progress", { id_task: taskId, live_preview: false }), "provider.unavailable");
  } catch (error) {
    if (error instanceof BoardsError && error.raw?.startsWith("404 ")) return { active: false, queued: false };
    throw error;
  }
}

// What `--api-auth` was given, as in `user:password`.
const keyHeaders = (apiKey: string): Record<string, string> => (apiKey ? { authorization: `Basic ${Buffer.from(apiKey).toString("base64")}` } : {});

function call({ baseUrl, apiKey }: ProviderAccess, path: string, body: Record<string, Json>, options: Parameters<typeof transport>[0] = {}) {
  const headers = { "content-type": "application/json", ...keyHeaders(apiKey) };
  return transport({ rules, ...options })(`${baseUrl}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
}

/** `modules/api/api.py` of https://github.com/AUTOMATIC1111/stable-diffusion-webui answers an unknown sampler, upscaler or script with status 404. */
const rules: RefusalRule[] = [
  {
    status: [404],
    says: /"detail":\s*"Not Found"/,
    reason: "provider.not_configured",
    message: say("reasons.provider.automatic1111.noApi"),
  },
  { status: [404], reason: "provider.bad_input" },
];

const jsonOf = <T>(response: Response, otherwise: "provider.outcome_unknown" | "provider.unavailable"): Promise<T> =>
  response.json().catch((error: Error) => {
    throw new BoardsError(otherwise, { raw: String(error) });
  });
