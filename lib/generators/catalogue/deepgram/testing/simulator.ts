import { madeSound, restSimulator } from "@/lib/testing/simulators/rest-simulator";
import { answers } from "./answers";

const error = (status: number, err_code: string, err_msg: string) => ({ status, body: { err_code, err_msg, request_id: "uuid" } });

/** Deepgram's HTTP, as `@ai-sdk/deepgram` speaks it: https://developers.deepgram.com/reference */
export const simulator = restSimulator({
  provider: "deepgram",
  hosts: ["api.deepgram.com"],
  askedBy: "deepgram-aura-2",
  answers,
  account: { path: /^\/v1\/projects$/, body: { projects: [{ project_id: "p1", name: "Boards" }] } },
  wrongKey: error(401, "INVALID_AUTH", "Invalid credentials."),
  badInput: (message) => error(400, "Bad Request", message),
  refusal: error(400, "Bad Request", "This text is not accepted"),
  operations: [
    {
      path: /^\/v1\/speak$/,
      endpoint: () => "speech:aura-2",
      required: ["text"],
      answer: (operated) => madeSound(operated, String(operated.input.text)),
    },
    {
      path: /^\/v1\/listen$/,
      endpoint: () => "transcription:nova-3",
      answer({ job }) {
        const transcript = job.fault?.kind === "no-output" ? "" : "This is what a simulated ear has heard.";
        return { body: { metadata: { duration: 90 }, results: { channels: [{ alternatives: [{ transcript, confidence: 0.99, words: [] }] }] } } };
      },
    },
  ],
});
