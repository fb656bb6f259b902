import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { asChat, textBilledUsd, textFields, textUsd } from "./text-fields";

const prices = { input: 1, cached: 0.05, output: 5 };

export const gpt61Terra = defineGenerator({
  provider: "openai",
  name: "openai-gpt-6-1-terra",
  title: "GPT-6.1 Terra",
  description: "Write, analyze and describe images at a lower price with GPT-6.1 Terra, on OpenAI.",
  vendor: "OpenAI",
  task: "text-generation",
  artifactType: "text",
  endpoint: "chat.completions",
  source: { page: "https://developers.openai.com/api/docs/models/gpt-6.1-terra", readOn: "2026-11-26" },
  input: z.object(textFields),
  constants: { model: "gpt-6.1-terra" },
  request: asChat,
  output: "text",
  costUsd: (inputs) => textUsd(inputs, prices),
  billedUsd: (usage) => textBilledUsd(usage, prices),
});
