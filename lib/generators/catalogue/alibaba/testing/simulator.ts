import { restSimulator } from "@/lib/testing/simulators/rest-simulator";
import { answers } from "./answers";

const path = "/api/v1/services/aigc/video-generation/video-synthesis";

/** DashScope's HTTP, as `@ai-sdk/alibaba` speaks it: https://www.alibabacloud.com/help/en/model-studio/use-video-generation */
export const simulator = restSimulator({
  provider: "alibaba",
  hosts: ["dashscope-intl.aliyuncs.com"],
  askedBy: "alibaba-wan-3",
  answers,
  account: { path: /^\/compatible-mode\/v1\/models$/, body: { object: "list", data: [] } },
  wrongKey: { status: 401, body: { code: "InvalidApiKey", message: "Invalid API-key provided." } },
  badInput: (message) => ({ status: 400, body: { code: "InvalidParameter", message } }),
  refusal: { status: 400, body: { code: "DataInspectionFailed", message: "Input data may contain inappropriate content." } },
  operations: [
    {
      path: new RegExp(`^${path}$`),
      endpoint: ({ model }) => `video:${model}`,
      required: ["model", "input.prompt"],
      isJob: true,
      answer: ({ job }) => ({ body: { output: { task_status: "PENDING", task_id: job.id }, request_id: "7574ee8f" } }),
    },
  ],
  status: {
    path: /^\/api\/v1\/tasks\/([^/]+)$/,
    unknown: { status: 200, body: { output: { task_id: "", task_status: "UNKNOWN" } } },
    strangeStatus: () => ({ output: { task_id: "a task", task_status: "DREAMING" } }),
    answer(job, state, desk) {
      const output = (task_status: string, more = {}) => ({ output: { task_id: job.id, task_status, ...more }, request_id: "7574ee8f" });
      if (state === "succeeded") return { ...output("SUCCEEDED", { video_url: desk.resultUrls(job)[0] }), usage: { duration: 5, SR: 720 } };
      if (state === "refused") return output("FAILED", { code: "DataInspectionFailed", message: "Output data may contain inappropriate content." });
      if (state === "failed") return output("FAILED", { code: "InternalError.Algo", message: "The video could not be generated." });
      return output(state === "running" ? "RUNNING" : "PENDING");
    },
  },
});
