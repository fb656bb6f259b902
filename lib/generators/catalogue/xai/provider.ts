import type { Json } from "@/lib/generators/contract/define-generator";
import { aiSdkProvider } from "../ai-sdk/ai-sdk-provider";
import * as models from "./models";

/** Ten thousand million ticks are a dollar: https://docs.x.ai/developers/models (read 2026-11-26) */
const ticksPerUsd = 1e10;

/** xAI's own API, through `@ai-sdk/xai`; see README.md. */
export const xai = aiSdkProvider({
  name: "xai",
  title: "xAI",
  website: "https://console.x.ai",
  variables: [{ name: "XAI_API_KEY", holds: "apiKey" }],
  models,
  concurrency: 10,
  rules: [
    { says: /content polic|moderat|safety (?:check|guideline)/i, reason: "provider.content_refused" },
    { says: /(?:used all available|run out of|no) credits|spending limit|doesn't have any credits/i, reason: "provider.no_credit" },
    { status: [400], says: /incorrect api key|invalid api key/i, reason: "provider.not_configured" },
    { status: [400, 404], says: /model .*(?:not (?:found|exist)|deprecated|retired)/i, reason: "provider.model_gone" },
  ],
  account: { address: "https://api.x.ai/v1/api-key" },
  load: async (settings) => (await import("@ai-sdk/xai")).createXai(settings),
  jobs: { video: { idIn: (operation) => (operation as { requestId?: Json }).requestId, operation: (requestId) => ({ requestId }) } },
  billedUsd: (metadata) => {
    const { costInUsdTicks } = (metadata as { xai?: { costInUsdTicks?: unknown } } | undefined)?.xai ?? {};
    return typeof costInUsdTicks === "number" ? costInUsdTicks / ticksPerUsd : undefined;
  },
});
