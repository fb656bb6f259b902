import { aiSdkProvider } from "../ai-sdk/ai-sdk-provider";
import * as models from "./models";

/** Alibaba Cloud Model Studio's international address, through `@ai-sdk/alibaba`; see README.md. */
export const alibaba = aiSdkProvider({
  name: "alibaba",
  title: "Alibaba Model Studio",
  website: "https://modelstudio.console.alibabacloud.com",
  variables: [{ name: "ALIBABA_API_KEY", holds: "apiKey" }],
  models,
  concurrency: 5,
  rules: [
    { says: /DataInspectionFailed|data_inspection_failed|inappropriate content|green net check/i, reason: "provider.content_refused" },
    { code: ["Arrearage", "AllocationQuota.FreeTierOnly"], reason: "provider.no_credit" },
    { code: ["ModelNotFound", "Model.NotFound"], reason: "provider.model_gone" },
  ],
  failureIn: (record) => (record as { output?: unknown }).output,
  account: { address: "https://dashscope-intl.aliyuncs.com/compatible-mode/v1/models" },
  load: async (settings) => (await import("@ai-sdk/alibaba")).createAlibaba(settings),
  jobs: { video: { idIn: (operation) => (operation as { taskId?: unknown }).taskId, operation: (taskId) => ({ taskId }) } },
});
