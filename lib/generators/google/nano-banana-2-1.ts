import { choice, defineGenerator, resolution, z } from "../declare";
import { asContents } from "./content-request";
import { imageFields, imageRatio, usualRatios } from "./image-fields";
import { contentUsd } from "./prices";

const pictureUsd = { "1K": 0.034, "2K": 0.051, "4K": 0.114 };

export const nanoBanana21 = defineGenerator({
  provider: "google",
  name: "google-nano-banana-2-1",
  title: "Nano Banana 2.1",
  description: "Makes pictures from words, and changes or combines pictures, with Gemini Nano Banana 2.1 at Google.",
  vendor: "Google",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "gemini-nano-banana-2.1:generateContent",
  source: { page: "https://ai.google.dev/gemini-api/docs/image-generation", readOn: "2026-11-25" },
  input: z.object({
    ...imageFields,
    aspect_ratio: imageRatio([...usualRatios, "1:4", "4:1", "1:8", "8:1"]),
    resolution: resolution(["1K", "2K", "4K"], "1K", "config.imageConfig.imageSize"),
    thinking: choice(["minimal", "medium", "high"], "medium", {
      title: "Thinking",
      description: "How much the model considers first; more costs a little more.",
      isAdvanced: true,
      wire: "config.thinkingConfig.thinkingLevel",
    }),
  }),
  constants: { "config.responseModalities": ["IMAGE"] },
  request: asContents,
  output: "media[].url",
  costUsd: ({ resolution, images }) => pictureUsd[resolution] + 0.001 * (images?.length ?? 0),
  billedUsd: (usage) => contentUsd(usage, { input: 1.5, output: 7.5, image: 30 }),
});
