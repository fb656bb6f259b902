import { madeSound, restSimulator } from "@/lib/testing/simulators/rest-simulator";
import { answers } from "./answers";

/** LMNT's HTTP, as `@ai-sdk/lmnt` speaks it: https://docs.lmnt.com/api-reference/speech/synthesize-speech-bytes */
export const simulator = restSimulator({
  provider: "lmnt",
  hosts: ["api.lmnt.com"],
  askedBy: "lmnt-blizzard",
  answers,
  account: { path: /^\/v1\/account$/, body: { plan: { type: "indie" }, usage: { characters: 0 } } },
  keyIn: ({ "x-api-key": key }) => key,
  wrongKey: { status: 401, body: { error: "Invalid API key" } },
  badInput: (error) => ({ status: 400, body: { error } }),
  refusal: { status: 400, body: { error: "This text is not accepted" } },
  operations: [
    {
      path: /^\/v1\/ai\/speech\/bytes$/,
      endpoint: ({ model }) => `speech:${model}`,
      required: ["text", "voice"],
      answer: (operated) => madeSound(operated, String(operated.input.text)),
    },
  ],
});
