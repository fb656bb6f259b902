import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { asChat, textBilledUsd, textFields, textUsd } from "./text-fields";

const prices = { input: 0.1, cached: 0.01, output: 0.5 };

export const gpt6Luna = defineGenerator({
  provider: "openai",
  name: "openai-gpt-6-luna",
  title: "GPT-6 Luna",
  description: "Write and describe images fast, at the lowest price, with GPT-6 Luna, on OpenAI.",
  vendor: "OpenAI",
  task: "text-generation",
  artifactType: "text",
  endpoint: "chat.completions",
  source: { page: "https://developers.openai.com/api/docs/models/gpt-6-luna", readOn: "2026-11-26" },
  input: z.object(textFields),
  constants: { model: "gpt-6-luna" },
  request: asChat,
  output: "text",
  costUsd: (inputs) => textUsd(inputs, prices),
  billedUsd: (usage) => textBilledUsd(usage, prices),
});
