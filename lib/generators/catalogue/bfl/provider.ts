import type { Json } from "@/lib/generators/contract/define-generator";
import { jsonObject } from "@/lib/generators/contract/json-object";
import type { JobStatus, Provider, ProviderAccess } from "@/lib/generators/contract/provider";
import { askAccount, workingKey } from "@/lib/generators/transport/ask-account";
import { inlineFiles } from "@/lib/generators/transport/inline-files";
import { failedBecause, type RefusalRule, transport, unstarted, wordsIn } from "@/lib/generators/transport/transport";
import { BoardsError } from "@/lib/platform/errors";
import { handleOf, placesOf } from "./handle";
import * as models from "./models";

/** https://docs.bfl.ai/quick_start/pricing (read 2026-11-26) */
const creditUsd = 0.01;
/** https://docs.bfl.ai/api_integration/errors (read 2026-11-26) */
const rules: RefusalRule[] = [
  { says: /moderated/i, reason: "provider.content_refused" },
  // A text that is no key at all is told like a wrong input.
  { says: /invalid api key/i, reason: "provider.not_configured" },
];
/** Files travel within the request. */
const callSeconds = 120;

/** Black Forest Labs' own API; the endpoint is the path after `/v1/`. https://docs.bfl.ai/api_integration (read 2026-11-25) */
export const bfl: Provider = {
  name: "bfl",
  title: "Black Forest Labs",
  website: "https://dashboard.bfl.ai/get-started",
  billingPage: "https://dashboard.bfl.ai",
  variables: [{ name: "BFL_API_KEY", holds: "apiKey" }],
  models,
  concurrency: 24,
  callSeconds,

  async start(access, submission) {
    // Files travel as bare base64.
    const body = JSON.stringify(await inlineFiles(submission, ({ data }) => data));
    const send = transport({ isBillable: true, timeoutSeconds: callSeconds, rules });
    const headers = { ...headersOf(access), "content-type": "application/json" };
    const response = await send(`https://api.bfl.ai/v1/${submission.endpoint}`, { method: "POST", headers, body });
    const text = await response.text().catch(String);
    const answer = jsonObject(text);
    if (typeof answer?.id !== "string" || !/^[\w-]{1,80}$/.test(answer.id)) throw unstarted(answer ?? text, rules);
    return { externalJobId: handleOf({ ...answer, id: answer.id }) };
  },

  async status(access, { externalJobId }) {
    const { id, addresses, isKnown, credits } = placesOf(externalJobId);
    let trouble: unknown;
    for (const address of addresses) {
      try {
        const status = read(await resultAt(access, address), credits);
        if (status) return status;
      } catch (error) {
        trouble ??= error;
      }
    }
    if (trouble) throw trouble;
    // Where it is sure to be it may not be known yet.
    if (isKnown) return { state: "queued" };
    throw new BoardsError("provider.bad_input", { raw: `Task not found: ${id}` });
  },

  cancel: async () => false,

  // https://docs.bfl.ai/api-reference/utility/get-the-users-credits, as others call it; the page could not be read.
  testKey: async (access) => workingKey((await askAccount("https://api.bfl.ai/v1/credits", headersOf(access), rules)).credits, "credits"),
};

/** https://docs.bfl.ai/api-reference/utility/get-result (read 2026-11-25) */
interface Result {
  status?: unknown;
  result?: Json;
  /** 0 to 1. */
  progress?: unknown;
  details?: Json;
  /** Credits, once they are settled. */
  cost?: unknown;
}

const headersOf = ({ apiKey }: ProviderAccess) => ({ "x-key": apiKey, accept: "application/json" });

async function resultAt(access: ProviderAccess, address: string): Promise<Result> {
  try {
    const response = await transport({ rules })(address, { headers: headersOf(access) });
    const text = await response.text().catch(String);
    const answer = jsonObject(text);
    if (!answer) throw new BoardsError("provider.unavailable", { raw: text.slice(0, 1000) });
    return answer;
  } catch (error) {
    const raw = error instanceof BoardsError ? (error.raw ?? "") : "";
    if (raw.startsWith("404 ")) return { status: "Task not found" };
    // A task that failed may be told with status 503; only its words tell it from a service that is away.
    const told = raw.startsWith("503 ") ? jsonObject(raw.slice("503 ".length)) : undefined;
    if (typeof told?.status !== "string") throw error;
    return told;
  }
}

/** Null when the cluster does not know the job. */
function read(answer: Result, credits: number | undefined): JobStatus | null {
  const { status, result = null, progress, cost } = answer;
  const raw = JSON.stringify(answer).slice(0, 4000);
  const settled = typeof cost === "number" ? { billedUsd: cost * creditUsd } : {};
  switch (status) {
    case "Task not found":
      return null;
    case "Pending":
    case "Reasoning":
    case "Generating":
      return { state: "running", ...(typeof progress === "number" ? { progress } : {}) };
    case "Ready": {
      const charged = typeof cost === "number" ? cost : credits;
      return { state: "succeeded", result, ...(charged === undefined ? {} : { billedUsd: charged * creditUsd }) };
    }
    case "Request Moderated":
    case "Content Moderated":
      return { state: "failed", reason: "provider.content_refused", raw, ...settled };
    case "Error":
    case "Failed":
      return { state: "failed", reason: "provider.failed", ...because(answer), raw, ...settled };
    default:
      throw new BoardsError("provider.unavailable", { raw: `unknown status ${raw}` });
  }
}

function because({ details }: Result): { message?: string } {
  const message = failedBecause(typeof details === "string" ? details : wordsIn(details));
  return message ? { message } : {};
}
