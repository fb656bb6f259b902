import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { asContents } from "./content-request";
import { contentUsd, introductory } from "./prices";
import { textFields, textUsd } from "./text-fields";

const prices = () => ({ input: introductory(0.75), output: introductory(3.75) });

export const gemini38Flash = defineGenerator({
  provider: "google",
  name: "google-gemini-3-8-flash",
  title: "Gemini 3.8 Flash",
  description: "Write, analyze and describe images, video and audio with Gemini 3.8 Flash, on Google.",
  vendor: "Google",
  task: "text-generation",
  artifactType: "text",
  endpoint: "gemini-3.8-flash:generateContent",
  source: { page: "https://ai.google.dev/gemini-api/docs/pricing", readOn: "2026-11-26" },
  input: z.object({ ...textFields }),
  request: asContents,
  output: "text",
  costUsd: (inputs, facts) => textUsd(inputs, prices(), facts),
  billedUsd: (usage) => contentUsd(usage, prices()),
});
