import { defineGenerator, guidanceScale, inferenceSteps, outputFormat, safetyTolerance, unused, whole, z } from "@/lib/generators/contract/declare";
import { flux2Fields } from "./flux-2-fields";
import { megapixels } from "./image-cost";

export const flux2Flex = defineGenerator({
  provider: "fal",
  name: "fal-flux-2-flex",
  title: "FLUX.2 [flex]",
  description: "Generate images with adjustable steps and guidance, and good lettering, using FLUX.2 [flex], on fal.",
  vendor: "Black Forest Labs",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "fal-ai/flux-2-flex",
  source: { page: "https://fal.ai/models/fal-ai/flux-2-flex/api", readOn: "2026-11-26" },
  input: z.object({
    ...flux2Fields,
    num_images: whole(1, 4, 1, { ...unused, title: "Number of images" }),
    output_format: outputFormat(["jpeg", "png"], "png"),
    guidance_scale: guidanceScale(1.5, 10, 3.5),
    num_inference_steps: inferenceSteps(2, 50, 28),
    safety_tolerance: safetyTolerance(5, "2"),
  }),
  output: "images[].url",
  costUsd: ({ image_size }) => 0.05 * megapixels(image_size),
});
