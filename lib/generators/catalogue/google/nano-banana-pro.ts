import { defineGenerator, resolution, z } from "@/lib/generators/contract/declare";
import { asContents } from "./content-request";
import { imageFields, imageRatio, usualRatios } from "./image-fields";
import { contentUsd } from "./prices";

export const nanoBananaPro = defineGenerator({
  provider: "google",
  name: "google-nano-banana-pro",
  title: "Nano Banana Pro (Google)",
  description: "Generate, edit and combine images with Nano Banana Pro (Gemini 3 Pro Image), on Google.",
  vendor: "Google",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "gemini-3-pro-image:generateContent",
  source: { page: "https://ai.google.dev/gemini-api/docs/image-generation", readOn: "2026-11-26" },
  model: "nano-banana-pro",
  input: z.object({
    ...imageFields,
    aspect_ratio: imageRatio(usualRatios),
    resolution: resolution(["1K", "2K", "4K"], "1K", "config.imageConfig.imageSize"),
  }),
  constants: { "config.responseModalities": ["IMAGE"] },
  request: asContents,
  output: "media[].url",
  costUsd: ({ resolution, images }) => (resolution === "4K" ? 0.24 : 0.134) + 0.001 * (images?.length ?? 0),
  billedUsd: (usage) => contentUsd(usage, { input: 2, output: 12, image: 120 }),
});
