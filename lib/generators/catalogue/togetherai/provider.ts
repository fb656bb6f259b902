import { aiSdkProvider } from "../ai-sdk/ai-sdk-provider";
import * as models from "./models";

/** Together AI, through `@ai-sdk/togetherai`; see README.md. */
export const togetherai = aiSdkProvider({
  name: "togetherai",
  title: "Together AI",
  website: "https://api.together.ai/settings/api-keys",
  billingPage: "https://api.together.ai/settings/billing",
  variables: [{ name: "TOGETHER_API_KEY", holds: "apiKey" }],
  models,
  concurrency: 10,
  rules: [
    { says: /nsfw|content polic|moderat/i, reason: "provider.content_refused" },
    { code: ["credit_limit", "insufficient_credits"], reason: "provider.no_credit" },
    { status: [400, 404], code: ["model_not_available", "model_not_found"], reason: "provider.model_gone" },
    // A node is overloaded, or has timed out: no image was made.
    { status: [529], reason: "provider.unavailable" },
  ],
  load: async (settings) => (await import("@ai-sdk/togetherai")).createTogetherAI(settings),
});
