import { madeBase64, restSimulator } from "@/lib/testing/simulators/rest-simulator";
import { answers } from "./answers";

const error = (status: number, message: string, code: string | null = null) => ({
  status,
  body: { error: { message, type: "invalid_request_error", param: null, code } },
});

/** Together's images, as `@ai-sdk/togetherai` speaks them: https://docs.together.ai/reference/post-images-generations */
export const simulator = restSimulator({
  provider: "togetherai",
  hosts: ["api.together.xyz"],
  askedBy: "togetherai-flux-2-pro",
  answers,
  wrongKey: error(401, "Invalid API key provided", "invalid_api_key"),
  badInput: (message) => error(400, message),
  refusal: error(422, "Image rejected: NSFW content"),
  operations: [
    {
      path: /^\/v1\/+images\/generations$/,
      endpoint: ({ model }) => `image:${model}`,
      required: ["model", "prompt"],
      async answer(operated) {
        const { input, job } = operated;
        const data = job.fault?.kind === "no-output" ? [] : [{ index: 0, b64_json: await madeBase64(operated, String(input.prompt)) }];
        return { body: { id: job.id, model: input.model, object: "list", data } };
      },
    },
  ],
});
