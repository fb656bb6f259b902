import { handleOpenAi } from "@/lib/generators/catalogue/openai/testing/simulator";
import type { ProviderSimulator } from "@/lib/testing/simulators/provider-simulator";
import { answers } from "./answers";

/** A resource at Azure, which speaks OpenAI's HTTP under `/openai/v1` and knows deployments by name. */
export const simulator: ProviderSimulator = {
  hosts: ["azure-openai.simulated"],
  askedBy: "azure-openai-gpt-image-2-5-flare",
  answers,
  handle: async (request, desk) => {
    if (!request.path.startsWith("/openai/v1/")) return { status: 404, body: { error: { code: "404", message: "Resource not found" } } };
    if (request.headers.authorization === "Bearer wrong") return answers["wrong-key"] ?? null;
    return handleOpenAi(request, desk, "azure-openai");
  },
};
