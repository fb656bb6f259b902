import { defineGenerator, resolution, z } from "@/lib/generators/contract/declare";
import { asContents } from "./content-request";
import { imageFields, imageRatio, usualRatios } from "./image-fields";
import { contentUsd } from "./prices";
import { thinkingLevel } from "./thinking-level";

const imageUsd = { "1K": 0.034, "2K": 0.051, "4K": 0.114 };

export const nanoBanana21 = defineGenerator({
  provider: "google",
  name: "google-nano-banana-2-1",
  title: "Nano Banana 2.1",
  description: "Generate, edit and combine images with Nano Banana 2.1, on Google.",
  vendor: "Google",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "gemini-nano-banana-2.1:generateContent",
  source: { page: "https://ai.google.dev/gemini-api/docs/models/gemini-nano-banana-2.1", readOn: "2026-11-26" },
  input: z.object({
    ...imageFields,
    aspect_ratio: imageRatio([...usualRatios, "1:4", "4:1", "1:8", "8:1"]),
    resolution: resolution(["1K", "2K", "4K"], "1K", "config.imageConfig.imageSize"),
    thinking: thinkingLevel(["minimal", "medium", "high"], "medium"),
  }),
  constants: { "config.responseModalities": ["IMAGE"] },
  request: asContents,
  output: "media[].url",
  costUsd: ({ resolution, images }) => imageUsd[resolution] + 0.001 * (images?.length ?? 0),
  billedUsd: (usage) => contentUsd(usage, { input: 1.5, output: 7.5, image: 30 }),
});
