import { aspectRatio, defineGenerator, flag, modelSeed, numImages, outputFormat, promptFor, syncMode, unused, whole, z } from "../declare";

export const fluxProUltra = defineGenerator({
  provider: "fal",
  name: "fal-flux-pro-ultra",
  title: "FLUX 1.1 [pro] Ultra",
  description: "Generate images of up to 4 megapixels with Black Forest Labs' FLUX 1.1 [pro], on fal.",
  vendor: "Black Forest Labs",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "fal-ai/flux-pro/v1.1-ultra",
  source: { page: "https://fal.ai/models/fal-ai/flux-pro/v1.1-ultra/api", readOn: "2026-11-26" },
  model: "flux-1.1-pro-ultra",
  input: z.object({
    prompt: promptFor("Describe the image."),
    aspect_ratio: aspectRatio(["21:9", "16:9", "4:3", "3:2", "1:1", "2:3", "3:4", "9:16", "9:21"], "16:9"),
    num_images: numImages(4),
    enable_safety_checker: flag(true, { ...unused, title: "Safety checker" }),
    safety_tolerance: whole(1, 6, 2, { title: "Safety tolerance", description: "1 is the strictest.", isAdvanced: true }),
    seed: modelSeed(),
    output_format: outputFormat(["jpeg", "png"], "jpeg"),
    enhance_prompt: flag(false, { title: "Prompt enhancement", description: "Rewrites your prompt for better results.", isAdvanced: true }),
    raw: flag(false, { title: "Raw mode", description: "Less processed, more natural-looking images.", isAdvanced: true }),
    sync_mode: syncMode(),
  }),
  // fal takes the number as a word.
  request: (request, { safety_tolerance }) => ({ ...request, safety_tolerance: String(safety_tolerance) }),
  output: "images[].url",
  costUsd: ({ num_images }) => 0.06 * num_images,
});
