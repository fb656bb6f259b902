import { defineGenerator, imageSize, modelSeed, outputFormat, promptFor, safetyChecker, safetyTolerance, syncMode, z } from "../declare";
import { megapixels } from "./picture-cost";

export const flux2Pro = defineGenerator({
  provider: "fal",
  name: "fal-flux-2-pro",
  title: "FLUX.2 [pro]",
  description: "Makes pictures from words. FLUX.2 [pro] by Black Forest Labs, at fal.",
  vendor: "Black Forest Labs",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "fal-ai/flux-2-pro",
  source: { page: "https://fal.ai/models/fal-ai/flux-2-pro/api", readOn: "2026-11-25" },
  model: "flux-2-pro",
  input: z.object({
    prompt: promptFor("What the picture shows."),
    image_size: imageSize("landscape_4_3"),
    output_format: outputFormat(["jpeg", "png"], "jpeg"),
    safety_tolerance: safetyTolerance(5, "2"),
    enable_safety_checker: safetyChecker(),
    seed: modelSeed(),
    sync_mode: syncMode(),
  }),
  output: "images[].url",
  costUsd: ({ image_size }) => 0.015 + 0.015 * megapixels(image_size),
});
