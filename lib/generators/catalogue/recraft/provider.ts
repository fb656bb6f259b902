import type { Json } from "@/lib/generators/contract/define-generator";
import { jsonObject } from "@/lib/generators/contract/json-object";
import type { Provider } from "@/lib/generators/contract/provider";
import { askAccount, workingKey } from "@/lib/generators/transport/ask-account";
import { bytesWithin } from "@/lib/generators/transport/bounded-body";
import { inlineFiles } from "@/lib/generators/transport/inline-files";
import { transport, unstarted } from "@/lib/generators/transport/transport";
import { BoardsError } from "@/lib/platform/errors";
import * as models from "./models";
import { explain, rules } from "./refusals";

const callSeconds = 180;
/** Only addresses are answered. */
const largestAnswerBytes = 1_048_576;
/** https://www.recraft.ai/docs/api-reference/pricing (read 2026-11-26) */
const unitUsd = 0.001;

/**
 * Recraft works within the call: there is no job to ask for later. The endpoint is the path after `/v1/`; files travel as `data:` addresses.
 * https://www.recraft.ai/docs/api-reference/endpoints (read 2026-11-26)
 */
export const recraft: Provider = {
  name: "recraft",
  title: "Recraft",
  website: "https://app.recraft.ai/profile/api",
  variables: [{ name: "RECRAFT_API_TOKEN", holds: "apiKey" }],
  models,
  // 100 images a minute and 5 requests a second are allowed.
  concurrency: 10,
  callSeconds,

  async start({ apiKey }, submission) {
    const send = transport({ isBillable: true, timeoutSeconds: callSeconds, rules, explain });
    const headers = { authorization: `Bearer ${apiKey}`, "content-type": "application/json" };
    const body = JSON.stringify({ ...(await inlineFiles(submission)), response_format: "url" });
    const response = await send(`https://external.api.recraft.ai/v1/${submission.endpoint}`, { method: "POST", headers, body });
    const text = (await bytesWithin(response.body, largestAnswerBytes))?.toString("utf8") ?? "";
    const answer = jsonObject(text);
    if (!answer || !("data" in answer || "image" in answer)) throw unstarted(answer ?? text.slice(0, 1000), rules);
    const billed = typeof answer.credits === "number" ? { billedUsd: answer.credits * unitUsd } : {};
    return { externalJobId: submission.jobId, status: { state: "succeeded", result: answer as Json, ...billed } };
  },

  status: async () => {
    throw new BoardsError("provider.outcome_unknown");
  },

  cancel: async () => false,

  // https://www.recraft.ai/docs/api-reference/endpoints#get-user-information
  async testKey({ apiKey }) {
    const { credits } = await askAccount("https://external.api.recraft.ai/v1/users/me", { authorization: `Bearer ${apiKey}` }, rules);
    return workingKey(credits, "credits");
  },
};
