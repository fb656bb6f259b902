import { defineGenerator, imageSize, modelSeed, outputFormat, promptFor, safetyChecker, safetyTolerance, z } from "@/lib/generators/contract/declare";
import { megapixels } from "./image-cost";

export const flux2Max = defineGenerator({
  provider: "fal",
  name: "fal-flux-2-max",
  title: "FLUX.2 [max]",
  description: "Generate images at the highest quality of the FLUX.2 family, on fal.",
  vendor: "Black Forest Labs",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "fal-ai/flux-2-max",
  source: { page: "https://fal.ai/models/fal-ai/flux-2-max/api", readOn: "2026-11-26" },
  input: z.object({
    prompt: promptFor("Describe the image."),
    image_size: imageSize("landscape_4_3"),
    output_format: outputFormat(["jpeg", "png"], "jpeg"),
    safety_tolerance: safetyTolerance(5, "2"),
    enable_safety_checker: safetyChecker(),
    seed: modelSeed(),
  }),
  output: "images[].url",
  costUsd: ({ image_size }) => 0.04 + 0.03 * megapixels(image_size),
});
