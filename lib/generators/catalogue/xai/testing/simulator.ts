import { madeBase64, madeSound, restSimulator } from "@/lib/testing/simulators/rest-simulator";
import { answers } from "./answers";

const refusal = { code: "Client specified an invalid argument", error: "Generated content rejected by content moderation." };

/** xAI's HTTP, as `@ai-sdk/xai` speaks it: https://docs.x.ai/developers/rest-api-reference */
export const simulator = restSimulator({
  provider: "xai",
  hosts: ["api.x.ai"],
  askedBy: "xai-grok-imagine-image-2-0",
  answers,
  account: { path: /^\/v1\/api-key$/, body: { redacted_api_key: "xai-...b14o", name: "boards", team_blocked: false, api_key_disabled: false } },
  wrongKey: { status: 400, body: { code: "Client specified an invalid argument", error: "Incorrect API key provided" } },
  badInput: (error) => ({ status: 400, body: { code: "Client specified an invalid argument", error } }),
  refusal: { status: 400, body: refusal },
  operations: [
    {
      path: /^\/v1\/images\/(generations|edits)$/,
      endpoint: ({ model }) => `image:${model}`,
      required: ["model", "prompt"],
      async answer(operated) {
        const { input, job } = operated;
        if (job.fault?.kind === "no-output") return { body: { data: [] } };
        const made = Array.from({ length: Number(input.n ?? 1) }, async (_, index) => ({
          b64_json: await madeBase64(operated, `${input.prompt} ${index + 1}`),
          respect_moderation: true,
        }));
        return { body: { data: await Promise.all(made), usage: { cost_in_usd_ticks: 400_000_000 } } };
      },
    },
    {
      path: /^\/v1\/videos\/generations$/,
      endpoint: ({ model }) => `video:${model}`,
      required: ["model", "prompt"],
      isJob: true,
      answer: ({ job }) => ({ body: { request_id: job.id } }),
    },
    { path: /^\/v1\/tts$/, endpoint: () => "speech:", required: ["text"], answer: (operated) => madeSound(operated, String(operated.input.text)) },
    {
      path: /^\/v1\/stt$/,
      endpoint: () => "transcription:",
      required: ["file"],
      answer: () => ({ body: { text: "This is what a simulated ear has heard.", language: "en", duration: 90, words: [] } }),
    },
    {
      path: /^\/v1\/responses$/,
      endpoint: ({ model }) => `text:${model}`,
      required: ["model", "input"],
      answer: ({ input, job }) => ({
        body: {
          id: job.id,
          object: "response",
          created_at: 1,
          model: input.model,
          status: "completed",
          output: [
            {
              type: "message",
              id: "m1",
              role: "assistant",
              status: "completed",
              content: [{ type: "output_text", text: `A simulated answer to: ${JSON.stringify(input.input)}`, annotations: [] }],
            },
          ],
          usage: { input_tokens: 10, output_tokens: 20, total_tokens: 30 },
        },
      }),
    },
  ],
  status: {
    path: /^\/v1\/videos\/([^/]+)$/,
    unknown: { status: 404, body: { code: "Some requested entity was not found", error: "The request does not exist" } },
    strangeStatus: (record) => ({ ...record, status: "dreaming", video: null }),
    answer(job, state, desk) {
      if (state === "succeeded")
        return {
          status: "done",
          video: { url: desk.resultUrls(job)[0] ?? "", duration: 6, respect_moderation: true },
          usage: { cost_in_usd_ticks: 8_400_000_000 },
        };
      if (state === "refused") return { status: "done", video: { respect_moderation: false } };
      if (state === "failed") return { status: "failed", error: { code: "internal_error", message: "The video could not be generated" } };
      return { status: "pending", progress: Math.round(desk.book.progress(job) * 100) };
    },
  },
});
