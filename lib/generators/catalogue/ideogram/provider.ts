import type { Json } from "@/lib/generators/contract/define-generator";
import { jsonObject } from "@/lib/generators/contract/json-object";
import type { JobStatus, Provider } from "@/lib/generators/contract/provider";
import { bytesWithin } from "@/lib/generators/transport/bounded-body";
import { formOf } from "@/lib/generators/transport/form-body";
import { failedBecause, transport, unstarted } from "@/lib/generators/transport/transport";
import { BoardsError } from "@/lib/platform/errors";
import * as models from "./models";
import { rules } from "./refusals";

const address = "https://api.ideogram.ai/v2";
/** Images travel within the request. */
const callSeconds = 120;
const largestAnswerBytes = 1_048_576;

/**
 * Ideogram's own API, always as a job: `async` has it answer before the images are ready, so that a lost connection loses nothing that is
 * paid for. The endpoint is the path after `/v2/`. https://developer.ideogram.ai/ideogram-api/api-overview (read 2026-11-26)
 */
export const ideogram: Provider = {
  name: "ideogram",
  title: "Ideogram",
  website: "https://ideogram.ai/platform",
  variables: [{ name: "IDEOGRAM_API_KEY", holds: "apiKey" }],
  models,
  // Ten images may be in progress, however many requests ask for them.
  concurrency: 8,
  callSeconds,

  async start({ apiKey }, submission) {
    const send = transport({ isBillable: true, timeoutSeconds: callSeconds, rules });
    const body = await formOf({ ...submission, request: { ...submission.request, async: true } });
    const answer = await read(await send(`${address}/${submission.endpoint}`, { method: "POST", headers: { "api-key": apiKey }, body }));
    const { generation_id: id } = answer.json ?? {};
    if (typeof id !== "string" || !/^[\w-]{1,100}$/.test(id)) throw unstarted(answer.json ?? answer.text, rules);
    return { externalJobId: id };
  },

  async status({ apiKey }, { externalJobId }) {
    const send = transport({ rules });
    const { json, text } = await read(await send(`${address}/generations/${encodeURIComponent(externalJobId)}`, { headers: { "api-key": apiKey } }));
    if (!json) throw new BoardsError("provider.unavailable", { raw: text.slice(0, 1000) });
    return statusOf(json);
  },

  // https://developer.ideogram.ai/ideogram-api/price-quotes (read 2026-11-26): a dry run is priced, and neither made nor billed.
  async testKey({ apiKey }) {
    const headers = { "api-key": apiKey, "content-type": "application/json" };
    const body = JSON.stringify({ prompt: "A red circle" });
    const url = `${address}/image/generate/ideogram-4-5?dry_run=true`;
    const { json, text } = await read(await transport({ rules, timeoutSeconds: 20 })(url, { method: "POST", headers, body }));
    if (json?.object !== "price_quote") throw new BoardsError("provider.unavailable", { raw: text.slice(0, 1000) });
    return {};
  },

  // Ideogram documents no way to stop a generation.
  cancel: async () => false,
};

async function read(response: Response): Promise<{ json: Record<string, Json> | null; text: string }> {
  const text = (await bytesWithin(response.body, largestAnswerBytes))?.toString("utf8") ?? "";
  return { json: jsonObject(text), text };
}

/** https://developer.ideogram.ai/api-reference/generations/get-generation (read 2026-11-26) */
function statusOf(answer: Record<string, Json>): JobStatus {
  const raw = JSON.stringify(answer).slice(0, 4000);
  const { usage_cost_usd_micros: micros, failure_reason: reason } = answer;
  const billed = typeof micros === "number" ? { billedUsd: micros / 1e6 } : {};
  switch (answer.status) {
    case "pending":
      return { state: "running" };
    case "completed": {
      const data = [answer.data ?? []].flat() as ({ url?: Json; is_image_safe?: Json } | null)[];
      // What its safety check withholds has no address, and is paid for all the same.
      const isPartlyRefused = data.some((each) => each?.is_image_safe === false);
      return { state: "succeeded", result: answer, ...billed, ...(isPartlyRefused ? { isPartlyRefused } : {}) };
    }
    case "failed": {
      if (/polic|safety|moderat/i.test(String(reason))) return { state: "failed", reason: "provider.content_refused", raw };
      const message = failedBecause(typeof reason === "string" ? reason.replaceAll("_", " ") : undefined);
      return { state: "failed", reason: "provider.failed", raw, ...(message ? { message } : {}) };
    }
    default:
      throw new BoardsError("provider.unavailable", { raw: `unknown status ${raw}` });
  }
}
