import { defineGenerator, imageInputs, optionalWords, promptFor, z } from "@/lib/generators/contract/declare";

export const grok46 = defineGenerator({
  provider: "xai",
  name: "xai-grok-4-6",
  title: "Grok 4.6",
  description: "Generate text with Grok 4.6, on xAI.",
  vendor: "xAI",
  task: "text-generation",
  artifactType: "text",
  endpoint: "text:grok-4.6",
  source: {
    page: "https://docs.apiyi.com/models/grok-4-6.md",
    readOn: "2026-11-26",
    unverified: "xAI's own page was not to be had; prices are the list prices that resellers quote",
  },
  input: z.object({
    prompt: promptFor("What you want to know or have written.", { max: 100_000 }),
    images: imageInputs({ title: "Images", description: "What the prompt is about, up to 8.", max: 8 }).nullish(),
    instructions: optionalWords({ title: "Instructions", description: "How to answer." }, 20_000),
  }),
  output: "text",
  costUsd: ({ prompt }) => ((prompt.length / 4) * 2) / 1e6 + 0.012,
  // 2 and 6 dollars for a million tokens; what was remembered costs less, and is not told apart.
  billedUsd: ({ inputTokens, outputTokens }) =>
    inputTokens === undefined || outputTokens === undefined ? undefined : (2 * inputTokens + 6 * outputTokens) / 1e6,
});
