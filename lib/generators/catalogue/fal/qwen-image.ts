import { defineGenerator, z } from "@/lib/generators/contract/declare";
import {
  acceleration,
  customImageSize,
  flag,
  guidanceScale,
  inferenceSteps,
  modelSeed,
  negativePrompt,
  numImages,
  outputFormat,
  promptFor,
  safetyChecker,
  syncMode,
} from "@/lib/generators/contract/model-fields";
import { megapixels } from "./image-cost";
import { loras } from "./qwen-fields";

export const qwenImage = defineGenerator({
  provider: "fal",
  name: "fal-qwen-image",
  title: "Qwen Image",
  description: "Generate images with English and Chinese lettering, using Alibaba's Qwen Image, on fal.",
  vendor: "Alibaba",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "fal-ai/qwen-image",
  source: { page: "https://fal.ai/models/fal-ai/qwen-image/api", readOn: "2026-11-26" },
  input: z.object({
    prompt: promptFor("Describe the image."),
    num_images: numImages(4),
    image_size: customImageSize().default("landscape_4_3"),
    loras: loras(),
    num_inference_steps: inferenceSteps(2, 250, 30),
    output_format: outputFormat(["jpeg", "png"], "png"),
    guidance_scale: guidanceScale(0, 20, 2.5),
    seed: modelSeed(),
    negative_prompt: negativePrompt(" "),
    acceleration: acceleration("none"),
    enable_safety_checker: safetyChecker(),
    use_turbo: flag(false, { title: "Turbo", description: "Faster results with fewer steps.", isAdvanced: true }),
    sync_mode: syncMode(),
  }),
  output: "images[].url",
  costUsd: ({ num_images, image_size }) => 0.02 * megapixels(image_size) * num_images,
});
