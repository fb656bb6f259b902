import { defineGenerator, optionalWords, promptFor, wordsOr, z } from "@/lib/generators/contract/declare";

export const anyLlm = defineGenerator({
  provider: "fal",
  name: "fal-any-llm",
  title: "Any LLM",
  description: "Ask any language model on OpenRouter, through fal.",
  vendor: "Several",
  task: "text-generation",
  artifactType: "text",
  // Took the place of fal-ai/any-llm, which fal has deprecated.
  endpoint: "openrouter/router",
  source: {
    page: "https://fal.ai/models/openrouter/router/llms.txt",
    readOn: "2026-11-26",
    unverified: "the price is an estimate: fal charges by tokens, and each model has its own price",
  },
  input: z.object({
    prompt: promptFor("Your question or instruction.", { max: 100000 }),
    system_prompt: optionalWords({ title: "System prompt", description: "How the model should behave.", isAdvanced: true }, 20000),
    model: wordsOr("google/gemini-2.5-flash", { title: "Model", description: "A model ID from OpenRouter, such as google/gemini-2.5-flash." }, 200),
    max_tokens: z
      .int()
      .min(1)
      .max(64000)
      .nullish()
      .meta({ title: "Max tokens", description: "The longest answer allowed, in tokens.", group: "advanced" }),
  }),
  output: "output",
  costUsd: () => 0.002,
});
