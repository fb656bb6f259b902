import { aiSdkProvider } from "../ai-sdk/ai-sdk-provider";
import * as models from "./models";

/** Luma's own API, through `@ai-sdk/luma`; see README.md. */
export const luma = aiSdkProvider({
  name: "luma",
  title: "Luma",
  website: "https://lumalabs.ai/api/keys",
  billingPage: "https://lumalabs.ai/api/billing/overview",
  variables: [{ name: "LUMA_API_KEY", holds: "apiKey" }],
  models,
  concurrency: 10,
  rules: [
    { says: /moderation/i, reason: "provider.content_refused" },
    { says: /insufficient (?:credits|balance|funds)/i, reason: "provider.no_credit" },
  ],
  failureIn: (record) => ({ message: (record as { failure_reason?: unknown }).failure_reason }),
  account: { address: "https://api.lumalabs.ai/dream-machine/v1/credits" },
  load: async (settings) => (await import("@ai-sdk/luma")).createLuma(settings),
  jobs: { image: { idIn: (answer) => (answer as { id?: unknown } | null)?.id, answers: (id) => [{ id, state: "queued" }] } },
});
