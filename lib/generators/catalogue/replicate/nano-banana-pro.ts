import { aspectRatio, defineGenerator, outputFormat, promptFor, resolution, sourceImages, z } from "@/lib/generators/contract/declare";

export const nanoBananaPro = defineGenerator({
  provider: "replicate",
  name: "replicate-nano-banana-pro",
  title: "Nano Banana Pro (Replicate)",
  description: "Generate, edit and combine images with Google's Nano Banana Pro, on Replicate.",
  vendor: "Google",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "google/nano-banana-pro",
  source: { page: "https://replicate.com/google/nano-banana-pro/api", readOn: "2026-11-26" },
  input: z.object({
    prompt: promptFor("Describe the image, or what to change."),
    image_input: sourceImages(14, "image_input").nullish(),
    aspect_ratio: aspectRatio(["match_input_image", "1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9"], "1:1"),
    resolution: resolution(["1K", "2K", "4K"], "2K"),
    output_format: outputFormat(["jpg", "png"], "jpg"),
  }),
  output: "output[] | output",
  costUsd: ({ resolution }) => (resolution === "4K" ? 0.3 : 0.15),
});
