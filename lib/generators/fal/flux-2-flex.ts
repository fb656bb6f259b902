import { z } from "zod";
import { defineGenerator } from "../define-generator";
import { guidanceScale, inferenceSteps } from "../model-fields";
import { flux2Fields } from "./flux-2-fields";

export const flux2Flex = defineGenerator({
  provider: "fal",
  name: "fal-flux-2-flex",
  title: "FLUX.2 [flex]",
  description: "Makes pictures from words. FLUX.2 [flex] by Black Forest Labs, at fal.",
  vendor: "Black Forest Labs",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "fal-ai/flux-2-flex",
  source: { page: "https://fal.ai/models/fal-ai/flux-2-flex/api", readOn: "2026-04-08" },
  input: z.object({
    ...flux2Fields,
    guidance_scale: guidanceScale(0, 20, 3.5),
    num_inference_steps: inferenceSteps(1, 50, 28),
  }),
  output: "images[].url",
  costUsd: ({ num_images }) => 0.05 * num_images,
});
