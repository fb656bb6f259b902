import { aiSdkProvider } from "../ai-sdk/ai-sdk-provider";
import * as models from "./models";

/** MiniMax's own API, through `@ai-sdk/minimax`; see README.md. */
export const minimax = aiSdkProvider({
  name: "minimax",
  title: "MiniMax",
  website: "https://platform.minimax.io/user-center/basic-information/interface-key",
  billingPage: "https://platform.minimax.io/user-center/payment/balance",
  variables: [{ name: "MINIMAX_API_KEY", holds: "apiKey" }],
  models,
  concurrency: 5,
  rules: [
    { says: /sensitive|\(102[67]\)/i, reason: "provider.content_refused" },
    { says: /insufficient balance|\(1008\)/i, reason: "provider.no_credit" },
    { says: /\((?:1004|2049)\)|invalid api key/i, reason: "provider.not_configured" },
    { says: /\(1002\)/, reason: "provider.rate_limited" },
  ],
  failureIn: (record) => (record as { task?: unknown }).task,
  load: async (settings) => (await import("@ai-sdk/minimax")).createMiniMax(settings),
  jobs: {
    video: {
      idIn: (operation) => (operation as { taskId?: unknown }).taskId,
      // What the inputs were is only for the package's metadata.
      operation: (taskId) => ({ taskId, resolvedInputs: { imageCount: 0, referenceVideoIndices: [] } }),
    },
  },
});
