import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { asContents } from "./content-request";
import { imageFields, imageRatio, usualRatios } from "./image-fields";
import { contentUsd } from "./prices";

export const nanoBanana2Lite = defineGenerator({
  provider: "google",
  name: "google-nano-banana-2-lite",
  title: "Nano Banana 2 Lite",
  description: "Generate and edit 1K images fast and cheaply with Nano Banana 2 Lite (Gemini 3.1 Flash-Lite Image), on Google.",
  vendor: "Google",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "gemini-3.1-flash-lite-image:generateContent",
  source: { page: "https://ai.google.dev/gemini-api/docs/image-generation", readOn: "2026-11-26" },
  input: z.object({ ...imageFields, aspect_ratio: imageRatio(usualRatios) }),
  constants: { "config.responseModalities": ["IMAGE"] },
  request: asContents,
  output: "media[].url",
  costUsd: () => 0.034,
  billedUsd: (usage) => contentUsd(usage, { input: 0.25, output: 1.5, image: 30 }),
});
