import { openaiCompatibleAnswers } from "./answers/openai-compatible";
import { handleOpenAi } from "./openai";
import type { ProviderSimulator } from "./provider-simulator";

/** A server of one's own that speaks OpenAI's HTTP, as LocalAI does. */
export const openaiCompatibleSimulator: ProviderSimulator = {
  hosts: ["openai-compatible.simulated"],
  askedBy: "openai-compatible-image",
  answers: openaiCompatibleAnswers,
  handle: async (request, desk) => (/\/v1\//.test(request.path) ? handleOpenAi(request, desk, "openai-compatible") : null),
};
