import { say } from "@/lib/messages/say";
import { aiSdkProvider } from "../ai-sdk/ai-sdk-provider";
import * as models from "./models";

/** Deepgram, through `@ai-sdk/deepgram`; see README.md. */
export const deepgram = aiSdkProvider({
  name: "deepgram",
  title: "Deepgram",
  website: "https://console.deepgram.com",
  variables: [{ name: "DEEPGRAM_API_KEY", holds: "apiKey" }],
  models,
  concurrency: 10,
  rules: [
    { code: ["ASR_PAYMENT_REQUIRED", "TTS_PAYMENT_REQUIRED"], reason: "provider.no_credit" },
    {
      code: ["INSUFFICIENT_PERMISSIONS", "FORBIDDEN"],
      reason: "provider.not_configured",
      message: say("reasons.provider.deepgram.permissions"),
    },
    { status: [408], reason: "provider.unavailable" },
    { status: [400], says: /no such model|model .*(?:not found|deprecated)/i, reason: "provider.model_gone" },
  ],
  account: { address: "https://api.deepgram.com/v1/projects", headers: (apiKey) => ({ authorization: `Token ${apiKey}` }) },
  load: async (settings) => (await import("@ai-sdk/deepgram")).createDeepgram(settings),
});
