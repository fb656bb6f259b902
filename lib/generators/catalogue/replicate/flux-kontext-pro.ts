import { aspectRatio, defineGenerator, modelSeed, outputFormat, promptFor, sourceImage, z } from "@/lib/generators/contract/declare";

export const fluxKontextPro = defineGenerator({
  provider: "replicate",
  name: "replicate-flux-kontext-pro",
  title: "FLUX.1 Kontext [pro] (Replicate)",
  description: "Edit an image with a prompt, with FLUX.1 Kontext [pro], on Replicate.",
  vendor: "Black Forest Labs",
  task: "image-edit",
  artifactType: "image",
  endpoint: "black-forest-labs/flux-kontext-pro",
  source: {
    page: "https://replicate.com/black-forest-labs/flux-kontext-pro/api",
    readOn: "2026-04-08",
    unverified: "Replicate's page for it was not found again",
  },
  input: z.object({
    prompt: promptFor("Describe what to change."),
    image: sourceImage("The image to edit.", "input_image"),
    aspect_ratio: aspectRatio(
      ["match_input_image", "1:1", "16:9", "9:16", "4:3", "3:4", "3:2", "2:3", "4:5", "5:4", "21:9", "9:21"],
      "match_input_image",
    ),
    output_format: outputFormat(["jpg", "png"], "png"),
    seed: modelSeed(),
  }),
  output: "output[] | output",
  costUsd: () => 0.04,
  billedUsd: ({ image_output_count }) => (image_output_count === undefined ? undefined : image_output_count * 0.04),
});
