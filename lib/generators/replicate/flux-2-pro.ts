import { aspectRatio, defineGenerator, modelSeed, outputFormat, promptFor, resolution, sourceImages, whole, z } from "../declare";

export const flux2Pro = defineGenerator({
  provider: "replicate",
  name: "replicate-flux-2-pro",
  title: "FLUX.2 [pro] (Replicate)",
  description: "Makes pictures from words and pictures, with FLUX.2 [pro] by Black Forest Labs, at Replicate.",
  vendor: "Black Forest Labs",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "black-forest-labs/flux-2-pro",
  source: { page: "https://replicate.com/black-forest-labs/flux-2-pro/api", readOn: "2026-11-25" },
  input: z.object({
    prompt: promptFor("What the picture shows."),
    input_images: sourceImages(8, "input_images").nullish(),
    aspect_ratio: aspectRatio(["match_input_image", "1:1", "16:9", "3:2", "2:3", "4:5", "5:4", "9:16", "3:4", "4:3"], "1:1"),
    resolution: resolution(["0.5 MP", "1 MP", "2 MP", "4 MP"], "1 MP"),
    output_format: outputFormat(["webp", "jpg", "png"], "webp"),
    safety_tolerance: whole(1, 5, 2, { title: "Safety tolerance", description: "1 is the strictest.", isAdvanced: true }),
    seed: modelSeed(),
  }),
  output: "output[] | output",
  costUsd: ({ resolution, input_images }) => 0.015 + 0.015 * Number.parseFloat(resolution) + 0.015 * (input_images?.length ?? 0),
});
