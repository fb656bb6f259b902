import { restSimulator, resultAddress } from "@/lib/testing/simulators/rest-simulator";
import { answers } from "./answers";

const error = (status: number, message: string) => ({ status, body: { error: { object: "error", type: "invalid_request_error", message } } });

/** The workflows of Fireworks, as `@ai-sdk/fireworks` speaks them: https://docs.fireworks.ai/api-reference */
export const simulator = restSimulator({
  provider: "fireworks",
  hosts: ["api.fireworks.ai", "fireworks-results.com"],
  askedBy: "fireworks-flux-kontext-pro",
  answers,
  account: { path: /^\/inference\/v1\/models$/, body: { object: "list", data: [] } },
  wrongKey: error(401, "The API key you provided is invalid."),
  badInput: (message, field) => error(400, `Invalid input: ${field}: ${message}`),
  refusal: error(400, "Request Moderated"),
  operations: [
    {
      path: /^\/inference\/v1\/workflows\/accounts\/fireworks\/models\/[\w-]+$/,
      endpoint: (_input, path) => `image:${path.slice("/inference/v1/workflows/".length)}`,
      required: ["prompt"],
      isJob: true,
      answer: ({ job }) => ({ body: { request_id: job.id } }),
    },
  ],
  status: {
    path: /\/get_result$/,
    id: ({ json }) => String(json().id),
    unknown: error(404, "Task not found"),
    strangeStatus: (record) => ({ ...record, status: "Dreaming" }),
    answer(job, state) {
      const record = (status: string, result: object | null = null, more = {}) => ({ id: job.id, status, result, ...more });
      if (state === "succeeded") return record("Ready", { sample: resultAddress("fireworks-results.com", job) });
      if (state === "refused") return record("Error", null, { details: { reason: "Content Moderated" } });
      if (state === "failed") return record("Failed");
      return record("Pending");
    },
  },
});
