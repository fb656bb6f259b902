import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { asContents } from "./content-request";
import { contentUsd } from "./prices";
import { textFields, textUsd } from "./text-fields";
import { thinkingLevel } from "./thinking-level";

const prices = { input: 1.5, output: 7.5 };

export const gemini4Hydrogen = defineGenerator({
  provider: "google",
  name: "google-gemini-4-hydrogen",
  title: "Gemini 4 Hydrogen",
  description: "Write, analyze and describe images, video and audio with Gemini 4 Hydrogen, on Google.",
  vendor: "Google",
  task: "text-generation",
  artifactType: "text",
  endpoint: "gemini-4-hydrogen:generateContent",
  source: {
    page: "https://github.com/BerriAI/litellm/discussions/51436",
    readOn: "2026-11-26",
    unverified: "Google's own page for it was not found, only what a gateway says of it",
  },
  input: z.object({ ...textFields, thinking: thinkingLevel(["low", "medium", "high", "xhigh"], "high") }),
  request: asContents,
  output: "text",
  costUsd: (inputs, facts) => textUsd(inputs, prices, facts),
  billedUsd: (usage) => contentUsd(usage, prices),
});
