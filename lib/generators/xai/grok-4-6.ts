import { defineGenerator, imageInputs, optionalWords, promptFor, z } from "../declare";

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
    page: "https://docs.x.ai/release-notes",
    readOn: "2026-11-26",
    unverified: "Prices: those of Grok 4.20 are reckoned with, 2 and 6 dollars for a million tokens",
  },
  input: z.object({
    prompt: promptFor("What you want to know or have written.", { max: 100_000 }),
    images: imageInputs({ title: "Images", description: "What the prompt is about, up to 8.", max: 8 }).nullish(),
    instructions: optionalWords({ title: "Instructions", description: "How to answer." }, 20_000),
  }),
  output: "text",
  costUsd: ({ prompt }) => ((prompt.length / 4) * 2) / 1e6 + 0.012,
});
