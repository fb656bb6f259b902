import { z } from "zod";
import { defineGenerator } from "../define-generator";
import { imageInput } from "../fields";
import {
  acceleration,
  customImageSize,
  guidanceScale,
  inferenceSteps,
  modelSeed,
  negativePrompt,
  numImages,
  outputFormat,
  promptFor,
  safetyChecker,
  syncMode,
} from "../model-fields";
import { megapixels } from "./picture-cost";

export const qwenImageEdit = defineGenerator({
  provider: "fal",
  name: "fal-qwen-image-edit",
  title: "Qwen Image Edit",
  description: "Changes pictures as the prompt says. Qwen Image Edit by Alibaba, at fal.",
  vendor: "Alibaba",
  task: "image-edit",
  artifactType: "image",
  endpoint: "fal-ai/qwen-image-edit",
  source: { page: "https://fal.ai/models/fal-ai/qwen-image-edit/api", readOn: "2026-07-22" },
  input: z.object({
    prompt: promptFor("What to change, and how."),
    image_url: imageInput({ title: "Picture", description: "What to work on." }),
    num_images: numImages(4),
    image_size: customImageSize({ usual: 512, min: 1, max: 14142 }).nullish(),
    acceleration: acceleration("regular"),
    output_format: outputFormat(["jpeg", "png"], "png"),
    guidance_scale: guidanceScale(0, 20, 4),
    num_inference_steps: inferenceSteps(2, 50, 30),
    seed: modelSeed(),
    negative_prompt: negativePrompt(" "),
    sync_mode: syncMode(),
    enable_safety_checker: safetyChecker(),
  }),
  output: "images[].url",
  costUsd: ({ num_images, image_size }) => 0.03 * megapixels(image_size) * num_images,
});
