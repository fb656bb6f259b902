import { restSimulator } from "@/lib/testing/simulators/rest-simulator";
import { answers } from "./answers";

const error = (status: number, words: string) => ({ status, body: { error: words } });

/** AssemblyAI's HTTP, as `@ai-sdk/assemblyai` speaks it: https://www.assemblyai.com/docs/api-reference */
export const simulator = restSimulator({
  provider: "assemblyai",
  hosts: ["api.assemblyai.com"],
  askedBy: "assemblyai-universal-3-5-pro",
  answers,
  account: { path: /^\/v2\/transcript$/, body: { page_details: { limit: 1 }, transcripts: [] } },
  keyIn: ({ authorization }) => authorization,
  wrongKey: error(401, "Authentication error, API token missing/invalid"),
  badInput: (words) => error(400, words),
  refusal: error(400, "This file is not accepted"),
  free: [{ path: /^\/v2\/upload$/, answer: () => ({ body: { upload_url: "https://cdn.assemblyai.com/upload/0123" } }) }],
  operations: [
    {
      path: /^\/v2\/transcript$/,
      endpoint: ({ speech_models: models }) => `transcription:${(models as string[])[0]}`,
      required: ["audio_url"],
      isJob: true,
      answer: ({ job }) => ({ body: { id: job.id, status: "queued", text: null, error: null } }),
    },
  ],
  status: {
    path: /^\/v2\/transcript\/([^/]+)$/,
    unknown: error(404, "Not found"),
    strangeStatus: (record) => ({ ...record, status: "dreaming" }),
    answer(job, state) {
      if (state === "succeeded")
        return { id: job.id, status: "completed", text: "This is what a simulated ear has heard.", words: [], audio_duration: 90 };
      if (state === "failed" || state === "refused") return { id: job.id, status: "error", text: null, error: "Transcoding failed." };
      return { id: job.id, status: state === "running" ? "processing" : "queued", text: null };
    },
  },
});
