import { choice, defineGenerator, outputFormat, promptFor, sourceImages, z } from "@/lib/generators/contract/declare";
import { seedreamRatio } from "./seedream-fields";

export const seedream5Lite = defineGenerator({
  provider: "replicate",
  name: "replicate-seedream-5-lite",
  title: "Seedream 5.0 Lite (Replicate)",
  description: "Generate and edit images with ByteDance's Seedream 5.0 Lite, on Replicate.",
  vendor: "ByteDance",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "bytedance/seedream-5-lite",
  source: { page: "https://replicate.com/bytedance/seedream-5-lite/api", readOn: "2026-11-26" },
  input: z.object({
    prompt: promptFor("Describe the image, or what to change.", { max: 4000 }),
    image_input: sourceImages(14, "image_input").nullish(),
    size: choice(["2K", "3K"], "2K", { title: "Size", description: "Size of the image." }),
    aspect_ratio: seedreamRatio(),
    output_format: outputFormat(["png", "jpeg"], "png"),
  }),
  output: "output[] | output",
  costUsd: () => 0.035,
  billedUsd: ({ image_output_count }) => (image_output_count === undefined ? undefined : image_output_count * 0.035),
});
