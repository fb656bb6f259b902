import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { asContents } from "./content-request";
import { contentUsd, introductory } from "./prices";
import { textFields, textUsd } from "./text-fields";
import { thinkingLevel } from "./thinking-level";

const prices = () => ({ input: introductory(2, "2026-12-01"), output: introductory(10, "2026-12-01") });

export const gemini4Argon = defineGenerator({
  provider: "google",
  name: "google-gemini-4-argon",
  title: "Gemini 4 Argon",
  description: "Solve hard problems in text, images, video and audio with Gemini 4 Argon, on Google.",
  vendor: "Google",
  task: "text-generation",
  artifactType: "text",
  endpoint: "gemini-4-argon:generateContent",
  source: { page: "https://ai.google.dev/gemini-api/docs/generate-content/latest-model", readOn: "2026-11-26" },
  input: z.object({ ...textFields, thinking: thinkingLevel(["low", "medium", "high"], "medium") }),
  request: asContents,
  output: "text",
  costUsd: (inputs, facts) => textUsd(inputs, prices(), facts),
  billedUsd: (usage) => contentUsd(usage, prices()),
});
