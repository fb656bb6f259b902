import { choice, defineGenerator, promptFor, sourceImages, z } from "@/lib/generators/contract/declare";
import { seedreamRatio } from "./seedream-fields";

export const seedream45 = defineGenerator({
  provider: "replicate",
  name: "replicate-seedream-4-5",
  title: "Seedream 4.5 (Replicate)",
  description: "Generate and edit images with ByteDance's Seedream 4.5, on Replicate.",
  vendor: "ByteDance",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "bytedance/seedream-4.5",
  source: { page: "https://replicate.com/bytedance/seedream-4.5/api", readOn: "2026-11-25" },
  input: z.object({
    prompt: promptFor("Describe the image, or what to change."),
    image_input: sourceImages(14, "image_input").nullish(),
    size: choice(["2K", "4K"], "2K", { title: "Size", description: "Size of the image." }),
    aspect_ratio: seedreamRatio(),
  }),
  output: "output[] | output",
  costUsd: () => 0.04,
  billedUsd: ({ image_output_count }) => (image_output_count === undefined ? undefined : image_output_count * 0.04),
});
