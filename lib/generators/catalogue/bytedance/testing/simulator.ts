import { madeBase64, restSimulator } from "@/lib/testing/simulators/rest-simulator";
import { answers } from "./answers";

const error = (status: number, code: string, message: string) => ({ status, body: { error: { code, message, param: "", type: "BadRequest" } } });

/** ModelArk's HTTP, as `@ai-sdk/bytedance` speaks it: https://docs.byteplus.com/en/docs/ModelArk */
export const simulator = restSimulator({
  provider: "bytedance",
  hosts: ["ark.ap-southeast.bytepluses.com"],
  askedBy: "bytedance-seedream-4-5",
  answers,
  account: { path: /^\/api\/v3\/contents\/generations\/tasks$/, body: { total: 0, items: [] } },
  wrongKey: error(401, "AuthenticationError", "The API key in the request is missing or invalid."),
  badInput: (message) => error(400, "InvalidParameter", message),
  refusal: error(400, "InputTextSensitiveContentDetected", "The input text may contain sensitive information."),
  operations: [
    {
      path: /^\/api\/v3\/images\/generations$/,
      endpoint: ({ model }) => `image:${model}`,
      required: ["model", "prompt"],
      async answer(operated) {
        const { input, job } = operated;
        const data = job.fault?.kind === "no-output" ? [] : [{ b64_json: await madeBase64(operated, String(input.prompt)), size: "2048x2048" }];
        return { body: { model: input.model, created: 1, data, usage: { generated_images: data.length } } };
      },
    },
    {
      path: /^\/api\/v3\/contents\/generations\/tasks$/,
      endpoint: ({ model }) => `video:${model}`,
      required: ["model", "content"],
      isJob: true,
      answer: ({ job }) => ({ body: { id: job.id } }),
    },
  ],
  status: {
    path: /^\/api\/v3\/contents\/generations\/tasks\/([^/]+)$/,
    unknown: error(404, "ResourceNotFound", "The task does not exist."),
    strangeStatus: (record) => ({ ...record, status: "dreaming", content: null }),
    answer(job, state, desk) {
      const task = (status: string, more = {}) => ({ id: job.id, model: job.request.model, status, ...more });
      const failed = (code: string, message: string) => task("failed", { error: { code, message } });
      if (state === "succeeded") return task("succeeded", { content: { video_url: desk.resultUrls(job)[0] }, usage: { completion_tokens: 108_900 } });
      if (state === "refused") return failed("OutputVideoSensitiveContentDetected", "The output video may contain sensitive information.");
      if (state === "failed") return failed("InternalServiceError", "The video could not be generated.");
      return task(state === "running" ? "running" : "queued");
    },
  },
});
