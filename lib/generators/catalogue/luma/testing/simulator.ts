import { restSimulator, resultAddress } from "@/lib/testing/simulators/rest-simulator";
import { answers } from "./answers";

/** Luma's HTTP, as `@ai-sdk/luma` speaks it: https://docs.lumalabs.ai/reference/generateimage */
export const simulator = restSimulator({
  provider: "luma",
  hosts: ["api.lumalabs.ai", "storage.cdn-luma.com"],
  askedBy: "luma-photon-1",
  answers,
  account: { path: /^\/dream-machine\/v1\/credits$/, body: { credit_balance: 1200 } },
  wrongKey: { status: 401, body: { detail: "Invalid API key" } },
  badInput: (msg, field) => ({ status: 400, body: { detail: [{ type: "value_error", loc: ["body", field], msg, input: "" }] } }),
  refusal: { status: 400, body: { detail: "Prompt not allowed because advanced moderation failed" } },
  operations: [
    {
      path: /^\/dream-machine\/v1\/generations\/image$/,
      endpoint: ({ model }) => `image:${model}`,
      required: ["model", "prompt"],
      isJob: true,
      answer: ({ job }) => ({ status: 201, body: { id: job.id, state: "queued", failure_reason: null, assets: null } }),
    },
  ],
  status: {
    path: /^\/dream-machine\/v1\/generations\/([^/]+)$/,
    unknown: { status: 404, body: { detail: "Generation not found" } },
    strangeStatus: (record) => ({ ...record, state: "dreaming" }),
    answer(job, state) {
      const failed = (failure_reason: string) => ({ id: job.id, state: "failed", failure_reason, assets: null });
      if (state === "succeeded")
        return { id: job.id, state: "completed", failure_reason: null, assets: { image: resultAddress("storage.cdn-luma.com", job) } };
      if (state === "refused") return failed("400: Prompt not allowed because advanced moderation failed");
      if (state === "failed") return failed("The image could not be generated");
      return { id: job.id, state: state === "running" ? "dreaming" : "queued", failure_reason: null, assets: null };
    },
  },
});
