import {
  acceleration,
  defineGenerator,
  guidanceScale,
  inferenceSteps,
  numImages,
  outputFormat,
  promptExpansion,
  z,
} from "@/lib/generators/contract/declare";
import { flux2Fields } from "./flux-2-fields";
import { megapixels } from "./image-cost";

export const flux2 = defineGenerator({
  provider: "fal",
  name: "fal-flux-2",
  title: "FLUX.2 [dev]",
  description: "Generate images with Black Forest Labs' open-weight FLUX.2 [dev], on fal.",
  vendor: "Black Forest Labs",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "fal-ai/flux-2",
  source: { page: "https://fal.ai/models/fal-ai/flux-2/api", readOn: "2026-11-26" },
  input: z.object({
    ...flux2Fields,
    num_images: numImages(4),
    output_format: outputFormat(["jpeg", "png", "webp"], "png"),
    acceleration: acceleration("regular"),
    enable_prompt_expansion: promptExpansion(false),
    guidance_scale: guidanceScale(0, 20, 2.5),
    num_inference_steps: inferenceSteps(4, 50, 28),
  }),
  output: "images[].url",
  costUsd: ({ num_images, image_size }) => 0.012 * megapixels(image_size) * num_images,
});
