import { accountAnswer, type ProviderSimulator } from "@/lib/testing/simulators/provider-simulator";
import { madeSound, restSimulator } from "@/lib/testing/simulators/rest-simulator";
import { answers, said } from "./answers";

const rest = restSimulator({
  provider: "cartesia",
  hosts: ["api.cartesia.ai"],
  askedBy: "cartesia-sonic-3-5",
  answers,
  wrongKey: { status: 401, body: said(null, "Unauthorized", "The API key is invalid.") },
  badInput: (message) => ({ status: 400, body: said(null, "Bad request", message) }),
  refusal: { status: 400, body: said(null, "Bad request", "This text is not accepted") },
  operations: [
    {
      path: /^\/tts\/bytes$/,
      endpoint: () => "tts/bytes",
      required: ["transcript", "voice.id", "output_format.container"],
      answer: (operated) => madeSound(operated, String(operated.input.transcript)),
    },
  ],
});

/** Cartesia's sound, within the call: https://docs.cartesia.ai/api-reference/tts/bytes */
export const simulator: ProviderSimulator = {
  ...rest,
  async handle(request, desk) {
    if (request.headers["cartesia-version"] !== "2026-03-01") return { status: 400, body: said(null, "Bad request", "Cartesia-Version is missing") };
    if (request.path === "/voices" && request.headers.authorization !== "Bearer wrong")
      return accountAnswer(desk, request, { data: [], has_more: true });
    return rest.handle(request, desk);
  },
};
