import { say } from "@/lib/messages/say";
import { aiSdkProvider } from "../ai-sdk/ai-sdk-provider";
import * as models from "./models";

/** ByteDance's models at BytePlus ModelArk, through `@ai-sdk/bytedance`; see README.md. */
export const bytedance = aiSdkProvider({
  name: "bytedance",
  title: "BytePlus ModelArk",
  website: "https://console.byteplus.com/ark/apiKey",
  billingPage: "https://console.byteplus.com/finance/overview",
  variables: [{ name: "ARK_API_KEY", holds: "apiKey" }],
  models,
  concurrency: 5,
  rules: [
    { says: /SensitiveContentDetected|RiskDetection|sensitive (?:content|information)/i, reason: "provider.content_refused" },
    { code: ["AccountOverdueError", "OverdueBalance"], reason: "provider.no_credit" },
    // Paused for good until someone raises it.
    {
      code: ["SetLimitExceeded"],
      reason: "provider.no_credit",
      message: say("reasons.provider.bytedance.limit"),
    },
    {
      code: ["ModelNotOpen"],
      reason: "provider.not_configured",
      message: say("reasons.provider.bytedance.notActivated"),
    },
  ],
  account: { address: "https://ark.ap-southeast.bytepluses.com/api/v3/contents/generations/tasks?page_num=1&page_size=1" },
  load: async (settings) => (await import("@ai-sdk/bytedance")).createByteDance(settings),
  jobs: { video: { idIn: (answer) => (answer as { id?: unknown } | null)?.id, answers: (id) => [{ id }] } },
});
