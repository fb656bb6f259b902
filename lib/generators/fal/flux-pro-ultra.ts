import { aspectRatio, defineGenerator, flag, modelSeed, numImages, outputFormat, promptFor, syncMode, unused, whole, z } from "../declare";

export const fluxProUltra = defineGenerator({
  provider: "fal",
  name: "fal-flux-pro-ultra",
  title: "FLUX 1.1 [pro] Ultra",
  description: "Makes pictures from words. FLUX 1.1 [pro] Ultra by Black Forest Labs, at fal.",
  vendor: "Black Forest Labs",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "fal-ai/flux-pro/v1.1-ultra",
  source: { page: "https://fal.ai/models/fal-ai/flux-pro/v1.1-ultra/api", readOn: "2026-11-25" },
  model: "flux-1.1-pro-ultra",
  input: z.object({
    prompt: promptFor("What the picture shows."),
    aspect_ratio: aspectRatio(["21:9", "16:9", "4:3", "3:2", "1:1", "2:3", "3:4", "9:16", "9:21"], "16:9"),
    num_images: numImages(4),
    enable_safety_checker: flag(true, { ...unused, title: "Safety checker" }),
    safety_tolerance: whole(1, 6, 2, { title: "Safety tolerance", description: "1 is the strictest.", isAdvanced: true }),
    seed: modelSeed(),
    output_format: outputFormat(["jpeg", "png"], "jpeg"),
    enhance_prompt: flag(false, { title: "Enhance the prompt", description: "Lets the provider improve the prompt.", isAdvanced: true }),
    raw: flag(false, { title: "Raw", description: "Less processed, more natural.", isAdvanced: true }),
    sync_mode: syncMode(),
  }),
  // fal takes the number as a word.
  request: (request, { safety_tolerance }) => ({ ...request, safety_tolerance: String(safety_tolerance) }),
  output: "images[].url",
  costUsd: ({ num_images }) => 0.06 * num_images,
});
