import { aiSdkProvider } from "../ai-sdk/ai-sdk-provider";
import * as models from "./models";

/** Fireworks AI, through `@ai-sdk/fireworks`; see README.md. */
export const fireworks = aiSdkProvider({
  name: "fireworks",
  title: "Fireworks AI",
  website: "https://app.fireworks.ai/settings/users/api-keys",
  billingPage: "https://app.fireworks.ai/account/billing",
  variables: [{ name: "FIREWORKS_API_KEY", holds: "apiKey" }],
  models,
  concurrency: 10,
  rules: [
    { says: /moderated|content polic/i, reason: "provider.content_refused" },
    { status: [412], says: /suspended|spending limit/i, reason: "provider.no_credit" },
  ],
  account: { address: "https://api.fireworks.ai/inference/v1/models" },
  load: async (settings) => (await import("@ai-sdk/fireworks")).createFireworks(settings),
  jobs: { image: { idIn: (answer) => (answer as { request_id?: unknown } | null)?.request_id, answers: (request_id) => [{ request_id }] } },
});
