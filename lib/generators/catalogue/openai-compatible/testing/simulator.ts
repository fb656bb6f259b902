import { handleOpenAi } from "@/lib/generators/catalogue/openai/testing/simulator";
import type { ProviderSimulator } from "@/lib/testing/simulators/provider-simulator";
import { namedServers } from "../named-servers";
import { answers } from "./answers";

/** A server of one's own that speaks OpenAI's HTTP, as LocalAI does. */
export const simulator: ProviderSimulator = {
  hosts: ["openai-compatible", ...namedServers.map(({ name }) => name)].map((name) => `${name}.simulated`),
  askedBy: "openai-compatible-image",
  answers,
  handle: async (request, desk) => (/\/v1\//.test(request.path) ? handleOpenAi(request, desk, request.host.replace(".simulated", "")) : null),
};
