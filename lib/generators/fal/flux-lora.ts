import { z } from "zod";
import { defineGenerator } from "../define-generator";
import { loraInput } from "../fields";
import { decimal, guidanceScale, imageSize, inferenceSteps, modelSeed, numImages, outputFormat, promptFor, safetyChecker } from "../model-fields";
import { megapixels } from "./picture-cost";

export const fluxLora = defineGenerator({
  provider: "fal",
  name: "fal-flux-lora",
  title: "FLUX.1 [dev] with LoRA",
  description: "Makes pictures from words with a LoRA that was trained here, at fal.",
  vendor: "Black Forest Labs",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "fal-ai/flux-lora",
  source: { page: "https://fal.ai/models/fal-ai/flux-lora/api", readOn: "2026-11-25" },
  input: z.object({
    prompt: promptFor("What the picture shows."),
    lora: loraInput({ title: "LoRA", description: "What was trained." }),
    scale: decimal(0, 4, 1, { title: "Strength", description: "1 is as trained.", isSent: false }),
    num_images: numImages(4),
    image_size: imageSize("landscape_4_3"),
    num_inference_steps: inferenceSteps(1, 50, 28),
    guidance_scale: guidanceScale(0, 35, 3.5),
    output_format: outputFormat(["jpeg", "png"], "jpeg"),
    enable_safety_checker: safetyChecker(),
    seed: modelSeed(),
  }),
  request: ({ lora, ...request }, { scale }) => ({ ...request, loras: [{ path: lora ?? "", scale }] }),
  output: "images[].url",
  costUsd: ({ num_images, image_size }) => 0.035 * megapixels(image_size) * num_images,
});
