import { defineGenerator, imageSize, modelSeed, outputFormat, promptFor, safetyChecker, safetyTolerance, z } from "../declare";
import { megapixels } from "./picture-cost";

export const flux2Max = defineGenerator({
  provider: "fal",
  name: "fal-flux-2-max",
  title: "FLUX.2 [max]",
  description: "Makes pictures from words with the largest FLUX.2 by Black Forest Labs, at fal.",
  vendor: "Black Forest Labs",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "fal-ai/flux-2-max",
  source: { page: "https://fal.ai/models/fal-ai/flux-2-max/api", readOn: "2026-11-25" },
  input: z.object({
    prompt: promptFor("What the picture shows."),
    image_size: imageSize("landscape_4_3"),
    output_format: outputFormat(["jpeg", "png"], "jpeg"),
    safety_tolerance: safetyTolerance(5, "2"),
    enable_safety_checker: safetyChecker(),
    seed: modelSeed(),
  }),
  output: "images[].url",
  costUsd: ({ image_size }) => 0.04 + 0.03 * megapixels(image_size),
});
