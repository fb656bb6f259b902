import { defineGenerator, z } from "@/lib/generators/contract/declare";
import {
  acceleration,
  imageSize,
  inferenceSteps,
  modelSeed,
  numImages,
  outputFormat,
  promptExpansion,
  promptFor,
  safetyChecker,
} from "@/lib/generators/contract/model-fields";
import { megapixels } from "./image-cost";

export const zImageTurbo = defineGenerator({
  provider: "fal",
  name: "fal-z-image-turbo",
  title: "Z-Image Turbo",
  description: "Generate images fast and cheaply with Alibaba's Z-Image, on fal.",
  vendor: "Alibaba",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "fal-ai/z-image/turbo",
  source: { page: "https://fal.ai/models/fal-ai/z-image/turbo/api", readOn: "2026-11-26" },
  input: z.object({
    prompt: promptFor("Describe the image."),
    num_images: numImages(4),
    image_size: imageSize("landscape_4_3"),
    num_inference_steps: inferenceSteps(1, 8, 8),
    acceleration: acceleration("regular"),
    output_format: outputFormat(["jpeg", "png", "webp"], "png"),
    enable_prompt_expansion: promptExpansion(false),
    enable_safety_checker: safetyChecker(),
    seed: modelSeed(),
  }),
  output: "images[].url",
  costUsd: ({ num_images, image_size, enable_prompt_expansion }) =>
    0.005 * megapixels(image_size) * num_images + (enable_prompt_expansion ? 0.0025 : 0),
});
