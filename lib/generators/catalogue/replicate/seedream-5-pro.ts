import { choice, defineGenerator, outputFormat, promptFor, sourceImages, z } from "@/lib/generators/contract/declare";
import { seedreamRatio } from "./seedream-fields";

export const seedream5Pro = defineGenerator({
  provider: "replicate",
  name: "replicate-seedream-5-pro",
  title: "Seedream 5.0 Pro (Replicate)",
  description: "Generate and edit images precisely with ByteDance's Seedream 5.0 Pro, on Replicate.",
  vendor: "ByteDance",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "bytedance/seedream-5-pro",
  source: {
    page: "https://replicate.com/bytedance/seedream-5-pro/api",
    readOn: "2026-11-26",
    unverified: "Its price was not found: it is estimated as fal sells it",
  },
  input: z.object({
    prompt: promptFor("Describe the image, or what to change.", { max: 4000 }),
    image_input: sourceImages(10, "image_input").nullish(),
    size: choice(["1K", "2K"], "2K", { title: "Size", description: "Size of the image." }),
    aspect_ratio: seedreamRatio(),
    output_format: outputFormat(["png", "jpeg"], "png"),
  }),
  output: "output[] | output",
  costUsd: ({ size }) => ({ "1K": 0.0675, "2K": 0.135 })[size],
});
