import {
  decimal,
  defineGenerator,
  guidanceScale,
  imageSize,
  inferenceSteps,
  loraInput,
  modelSeed,
  numImages,
  outputFormat,
  promptFor,
  safetyChecker,
  z,
} from "@/lib/generators/contract/declare";
import { megapixels } from "./image-cost";
import { asLoras } from "./lora-request";

export const fluxLora = defineGenerator({
  provider: "fal",
  name: "fal-flux-lora",
  title: "FLUX.1 [dev] with LoRA",
  description: "Generate images with FLUX.1 [dev] and a LoRA you trained, on fal.",
  vendor: "Black Forest Labs",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "fal-ai/flux-lora",
  source: { page: "https://fal.ai/models/fal-ai/flux-lora/api", readOn: "2026-11-26" },
  input: z.object({
    prompt: promptFor("Describe the image."),
    lora: loraInput({ title: "LoRA", description: "The LoRA to apply." }),
    scale: decimal(0, 4, 1, { title: "LoRA scale", description: "How strongly to apply the LoRA. 1 is full strength.", isSent: false }),
    num_images: numImages(4),
    image_size: imageSize("landscape_4_3"),
    num_inference_steps: inferenceSteps(1, 50, 28),
    guidance_scale: guidanceScale(0, 35, 3.5),
    output_format: outputFormat(["jpeg", "png"], "jpeg"),
    enable_safety_checker: safetyChecker(),
    seed: modelSeed(),
  }),
  request: asLoras,
  output: "images[].url",
  costUsd: ({ num_images, image_size }) => 0.035 * megapixels(image_size) * num_images,
});
