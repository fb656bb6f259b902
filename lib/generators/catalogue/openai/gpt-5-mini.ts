import { defineGenerator, optionalWords, promptFor, z } from "@/lib/generators/contract/declare";
import { chatMessages } from "./chat-messages";

export const gpt5Mini = defineGenerator({
  provider: "openai",
  name: "openai-gpt-5-mini",
  title: "GPT-5 mini",
  description: "Write and analyze with GPT-5 mini, on OpenAI.",
  vendor: "OpenAI",
  task: "text-generation",
  artifactType: "text",
  endpoint: "chat.completions",
  source: {
    page: "https://platform.openai.com/docs/api-reference/chat/create",
    readOn: "2026-04-08",
    unverified: "Its price was not read again; the model ends on 11 December 2026",
  },
  deprecated: { on: "2026-12-11", use: "openai-gpt-6-1-terra" },
  input: z.object({
    prompt: promptFor("Ask a question or describe what to write.", { max: 100000 }),
    instructions: optionalWords({ title: "Instructions", description: "Tone, format and rules for the answer." }, 20000),
  }),
  constants: { model: "gpt-5-mini" },
  request: ({ prompt, instructions, ...request }) => ({ ...request, messages: chatMessages(prompt, instructions) }),
  output: "text",
  costUsd: ({ prompt }) => (prompt.length / 4) * 0.00000025 + 0.004,
  // https://platform.openai.com/docs/pricing: 0.25, 0.025 and 2 dollars for a million tokens new, remembered and answered.
  billedUsd: ({ prompt_tokens, completion_tokens, "prompt_tokens_details.cached_tokens": cached = 0 }) =>
    prompt_tokens === undefined || completion_tokens === undefined
      ? undefined
      : (0.25 * (prompt_tokens - cached) + 0.025 * cached + 2 * completion_tokens) / 1e6,
});
