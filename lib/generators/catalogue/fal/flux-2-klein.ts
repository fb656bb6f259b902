import {
  defineGenerator,
  imageSize,
  inferenceSteps,
  modelSeed,
  numImages,
  outputFormat,
  promptFor,
  safetyChecker,
  z,
} from "@/lib/generators/contract/declare";
import { megapixels } from "./image-cost";

export const flux2Klein = defineGenerator({
  provider: "fal",
  name: "fal-flux-2-klein",
  title: "FLUX.2 [klein]",
  description: "Generate images in about a second with Black Forest Labs' small FLUX.2 [klein] 9B, on fal.",
  vendor: "Black Forest Labs",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "fal-ai/flux-2/klein/9b",
  source: { page: "https://fal.ai/models/fal-ai/flux-2/klein/9b/api", readOn: "2026-11-26" },
  input: z.object({
    prompt: promptFor("Describe the image."),
    num_images: numImages(4),
    image_size: imageSize("landscape_4_3"),
    num_inference_steps: inferenceSteps(4, 8, 4),
    output_format: outputFormat(["jpeg", "png"], "png"),
    enable_safety_checker: safetyChecker(),
    seed: modelSeed(),
  }),
  output: "images[].url",
  costUsd: ({ num_images, image_size }) => 0.006 * megapixels(image_size) * num_images,
});
