import { aspectRatio, defineGenerator, numImages, outputFormat, promptFor, z } from "../declare";
import { unlisted } from "./unlisted";

export const reveTextToImage = defineGenerator({
  provider: "fal",
  name: "fal-reve-text-to-image",
  title: "Reve",
  description: "Makes pictures from words. Reve by Reve, at fal.",
  vendor: "Reve",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "fal-ai/reve/text-to-image",
  source: { page: "https://fal.ai/models/fal-ai/reve/text-to-image/api", readOn: "2026-11-25" },
  deprecated: unlisted("fal-nano-banana-2"),
  input: z.object({
    prompt: promptFor("What the picture shows.", { max: 2560 }),
    num_images: numImages(4),
    aspect_ratio: aspectRatio(["16:9", "9:16", "3:2", "2:3", "4:3", "3:4", "1:1"], "3:2"),
    output_format: outputFormat(["png", "jpeg", "webp"], "png"),
  }),
  output: "images[].url",
  costUsd: ({ num_images }) => 0.04 * num_images,
});
