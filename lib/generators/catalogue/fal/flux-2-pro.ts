import {
  defineGenerator,
  imageSize,
  modelSeed,
  outputFormat,
  promptFor,
  safetyChecker,
  safetyTolerance,
  syncMode,
  z,
} from "@/lib/generators/contract/declare";
import { megapixels } from "./image-cost";

export const flux2Pro = defineGenerator({
  provider: "fal",
  name: "fal-flux-2-pro",
  title: "FLUX.2 [pro]",
  description: "Generate images for production work with Black Forest Labs' FLUX.2 [pro], on fal.",
  vendor: "Black Forest Labs",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "fal-ai/flux-2-pro",
  source: { page: "https://fal.ai/models/fal-ai/flux-2-pro/api", readOn: "2026-11-26" },
  model: "flux-2-pro",
  input: z.object({
    prompt: promptFor("Describe the image."),
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
