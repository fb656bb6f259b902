import { defineGenerator, optionalWords, promptFor, wordsOr, z } from "../declare";

export const anyLlm = defineGenerator({
  provider: "fal",
  name: "fal-any-llm",
  title: "Any language model",
  description: "Answers a prompt with a language model of choice, through OpenRouter, at fal.",
  vendor: "Several",
  task: "text-generation",
  artifactType: "text",
  // Took the place of fal-ai/any-llm, which fal has deprecated.
  endpoint: "openrouter/router",
  source: { page: "https://fal.ai/models/openrouter/router/api", readOn: "2026-05-04" },
  input: z.object({
    prompt: promptFor("What you want to know or have written.", { max: 100000 }),
    system_prompt: optionalWords({ title: "Instructions", description: "How to answer.", isAdvanced: true }, 20000),
    model: wordsOr("google/gemini-2.5-flash", { title: "Model", description: "A name of OpenRouter's list." }, 200),
    max_tokens: z.int().min(1).max(64000).nullish().meta({ title: "Longest answer", description: "In tokens.", group: "advanced" }),
  }),
  output: "output",
  costUsd: () => 0.002,
});
