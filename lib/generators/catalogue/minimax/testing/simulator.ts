import { restSimulator } from "@/lib/testing/simulators/rest-simulator";
import { answers } from "./answers";

const error = (status: number, type: string, message: string) => ({
  status,
  body: { type: "error", error: { type, message, http_code: String(status) } },
});

/** MiniMax's second video API, as `@ai-sdk/minimax` speaks it: https://platform.minimax.io/docs */
export const simulator = restSimulator({
  provider: "minimax",
  hosts: ["api.minimax.io"],
  askedBy: "minimax-h3",
  answers,
  wrongKey: error(401, "authorized_error", "invalid api key (2049)"),
  badInput: (message) => error(400, "bad_request_error", `invalid params, ${message} (2013)`),
  refusal: error(422, "unprocessable_entity_error", "input new_sensitive (1026)"),
  operations: [
    {
      path: /^\/v2\/video_generation$/,
      endpoint: ({ model }) => `video:${model}`,
      required: ["model", "content", "resolution"],
      isJob: true,
      answer: ({ job }) => ({ body: { task_id: job.id } }),
    },
  ],
  status: {
    path: /^\/v2\/query\/video_generation\/([^/]+)$/,
    unknown: error(404, "not_found_error", "task not found"),
    strangeStatus: () => ({ task: { status: "dreaming" } }),
    answer(job, state, desk) {
      const task = (status: string, more = {}) => ({ task: { id: job.id, status, ...more } });
      if (state === "succeeded")
        return task("succeeded", { content: { url: desk.resultUrls(job)[0] }, duration: 5, usage: { total_seconds: 5, output_seconds: 5 } });
      if (state === "refused") return task("failed", { error: { code: "1027", message: "output new_sensitive" } });
      if (state === "failed") return task("failed", { error: { code: "1033", message: "system error" } });
      return task(state === "running" ? "running" : "queued");
    },
  },
});
