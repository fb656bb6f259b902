import { aspectRatio, choice, defineGenerator, promptFor, sourceImages, z } from "../declare";

export const seedream45 = defineGenerator({
  provider: "replicate",
  name: "replicate-seedream-4-5",
  title: "Seedream 4.5 (Replicate)",
  description: "Makes pictures from words and pictures, with Seedream 4.5 by ByteDance, at Replicate.",
  vendor: "ByteDance",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "bytedance/seedream-4.5",
  source: { page: "https://replicate.com/bytedance/seedream-4.5/api", readOn: "2026-11-25" },
  input: z.object({
    prompt: promptFor("What the picture shows."),
    image_input: sourceImages(14, "image_input").nullish(),
    size: choice(["2K", "4K"], "2K", { title: "Size", description: "Of the picture." }),
    aspect_ratio: aspectRatio(["match_input_image", "1:1", "4:3", "3:4", "16:9", "9:16", "3:2", "2:3", "21:9"], "1:1"),
  }),
  output: "output[] | output",
  costUsd: () => 0.04,
  billedUsd: ({ image_output_count }) => (image_output_count === undefined ? undefined : image_output_count * 0.04),
});
