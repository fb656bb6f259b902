import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { asChat, textBilledUsd, textFields, textUsd } from "./text-fields";

const prices = { input: 10, cached: 1, output: 50 };

export const gpt6Astra = defineGenerator({
  provider: "openai",
  name: "openai-gpt-6-astra",
  title: "GPT-6 Astra",
  description: "Write and reason with OpenAI's most capable model, GPT-6 Astra.",
  vendor: "OpenAI",
  task: "text-generation",
  artifactType: "text",
  endpoint: "chat.completions",
  source: { page: "https://developers.openai.com/api/docs/models/gpt-6-astra", readOn: "2026-11-26" },
  input: z.object(textFields),
  constants: { model: "gpt-6-astra" },
  request: asChat,
  output: "text",
  costUsd: (inputs) => textUsd(inputs, prices),
  billedUsd: (usage) => textBilledUsd(usage, prices),
});
