import { defineGenerator, optionalWords, promptFor, z } from "../declare";
import { chatMessages } from "./chat-messages";

export const gpt61Terra = defineGenerator({
  provider: "openai",
  name: "openai-gpt-6-1-terra",
  title: "GPT-6.1 Terra",
  description: "Answers a prompt in words, with GPT-6.1 Terra at OpenAI.",
  vendor: "OpenAI",
  task: "text-generation",
  artifactType: "text",
  endpoint: "chat.completions",
  source: { page: "https://developers.openai.com/api/docs/models/gpt-6.1-terra", readOn: "2026-11-26" },
  input: z.object({
    prompt: promptFor("What you want to know or have written.", { max: 100000 }),
    instructions: optionalWords({ title: "Instructions", description: "How to answer." }, 20000),
  }),
  constants: { model: "gpt-6.1-terra" },
  request: ({ prompt, instructions, ...request }) => ({ ...request, messages: chatMessages(prompt, instructions) }),
  output: "text",
  costUsd: ({ prompt }) => (prompt.length / 4) * 0.000001 + 0.01,
  // 1, 0.05 and 5 dollars for a million tokens new, remembered and answered.
  billedUsd: ({ prompt_tokens, completion_tokens, "prompt_tokens_details.cached_tokens": cached = 0 }) =>
    prompt_tokens === undefined || completion_tokens === undefined
      ? undefined
      : (prompt_tokens - cached + 0.05 * cached + 5 * completion_tokens) / 1e6,
});
