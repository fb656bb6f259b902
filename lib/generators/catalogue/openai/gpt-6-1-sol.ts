import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { asChat, textBilledUsd, textFields, textUsd } from "./text-fields";

const prices = { input: 2, cached: 0.1, output: 10 };

export const gpt61Sol = defineGenerator({
  provider: "openai",
  name: "openai-gpt-6-1-sol",
  title: "GPT-6.1 Sol",
  description: "Write, analyze and describe images with GPT-6.1 Sol, on OpenAI.",
  vendor: "OpenAI",
  task: "text-generation",
  artifactType: "text",
  endpoint: "chat.completions",
  source: { page: "https://developers.openai.com/api/docs/models/gpt-6.1-sol", readOn: "2026-11-26" },
  input: z.object(textFields),
  constants: { model: "gpt-6.1-sol" },
  request: asChat,
  output: "text",
  costUsd: (inputs) => textUsd(inputs, prices),
  billedUsd: (usage) => textBilledUsd(usage, prices),
});
