import { aiSdkProvider } from "../ai-sdk/ai-sdk-provider";
import * as models from "./models";

/** DeepInfra, through `@ai-sdk/deepinfra`; see README.md. */
export const deepinfra = aiSdkProvider({
  name: "deepinfra",
  title: "DeepInfra",
  website: "https://deepinfra.com/dash/api_keys",
  billingPage: "https://deepinfra.com/dash/billing",
  variables: [{ name: "DEEPINFRA_API_KEY", holds: "apiKey" }],
  models,
  concurrency: 20,
  rules: [
    { says: /nsfw|content polic|moderat/i, reason: "provider.content_refused" },
    { says: /insufficient (?:balance|funds)|inactive balance|add (?:a )?payment/i, reason: "provider.no_credit" },
    { says: /model is deprecated|model .*not (?:found|available)/i, reason: "provider.model_gone" },
  ],
  account: { address: "https://api.deepinfra.com/v1/me" },
  load: async (settings) => (await import("@ai-sdk/deepinfra")).createDeepInfra(settings),
});
