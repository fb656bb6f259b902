import { madeBase64, restSimulator } from "@/lib/testing/simulators/rest-simulator";
import { answers } from "./answers";

const error = (status: number, words: string) => ({ status, body: { detail: { error: words } } });

/** DeepInfra's inference HTTP, as `@ai-sdk/deepinfra` speaks it: https://deepinfra.com/docs/inference */
export const simulator = restSimulator({
  provider: "deepinfra",
  hosts: ["api.deepinfra.com"],
  askedBy: "deepinfra-flux-2-dev",
  answers,
  account: { path: /^\/v1\/me$/, body: { uid: "u1", email: "boards@example.com" } },
  wrongKey: { status: 401, body: { detail: "User is not authenticated" } },
  badInput: (words) => error(400, words),
  refusal: error(400, "The prompt was flagged as NSFW"),
  operations: [
    {
      path: /^\/v1\/inference\/.+$/,
      endpoint: (_input, path) => `image:${path.slice("/v1/inference/".length)}`,
      required: ["prompt"],
      async answer(operated) {
        if (operated.job.fault?.kind === "no-output") return { body: { images: [] } };
        const image = await madeBase64(operated, String(operated.input.prompt));
        return { body: { images: [`data:image/png;base64,${image}`], inference_status: { status: "succeeded", cost: 0.01 } } };
      },
    },
  ],
});
