import { aspectRatio, defineGenerator, numImages, outputFormat, promptFor, z } from "@/lib/generators/contract/declare";
import { unlisted } from "./unlisted";

export const reveTextToImage = defineGenerator({
  provider: "fal",
  name: "fal-reve-text-to-image",
  title: "Reve",
  description: "Generate images that follow the prompt closely, with Reve, on fal.",
  vendor: "Reve",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "fal-ai/reve/text-to-image",
  source: {
    page: "https://fal.ai/models/fal-ai/reve/text-to-image/api",
    readOn: "2026-11-25",
    unverified: "All of it: fal's client and model list no longer have it",
  },
  deprecated: unlisted("fal-nano-banana-2-1"),
  input: z.object({
    prompt: promptFor("Describe the image.", { max: 2560 }),
    num_images: numImages(4),
    aspect_ratio: aspectRatio(["16:9", "9:16", "3:2", "2:3", "4:3", "3:4", "1:1"], "3:2"),
    output_format: outputFormat(["png", "jpeg", "webp"], "png"),
  }),
  output: "images[].url",
  costUsd: ({ num_images }) => 0.04 * num_images,
});
