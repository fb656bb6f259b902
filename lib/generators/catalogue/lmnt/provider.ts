import { aiSdkProvider } from "../ai-sdk/ai-sdk-provider";
import * as models from "./models";

/** LMNT, through `@ai-sdk/lmnt`; see README.md. */
export const lmnt = aiSdkProvider({
  name: "lmnt",
  title: "LMNT",
  website: "https://app.lmnt.com/account",
  variables: [{ name: "LMNT_API_KEY", holds: "apiKey" }],
  models,
  concurrency: 10,
  rules: [
    { says: /(?:character|usage) (?:limit|quota).*(?:reached|exceeded)|out of characters/i, reason: "provider.no_credit" },
    { status: [400], says: /model .*not (?:found|available|supported)/i, reason: "provider.model_gone" },
  ],
  account: { address: "https://api.lmnt.com/v1/account", headers: (apiKey) => ({ "x-api-key": apiKey }) },
  load: async (settings) => (await import("@ai-sdk/lmnt")).createLMNT(settings),
});
