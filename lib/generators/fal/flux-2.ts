import { z } from "zod";
import { defineGenerator } from "../define-generator";
import { acceleration, guidanceScale, inferenceSteps, promptExpansion } from "../model-fields";
import { flux2Fields } from "./flux-2-fields";

export const flux2 = defineGenerator({
  provider: "fal",
  name: "fal-flux-2",
  title: "FLUX.2 [dev]",
  description: "Makes pictures from words. FLUX.2 [dev] by Black Forest Labs, at fal.",
  vendor: "Black Forest Labs",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "fal-ai/flux-2",
  source: { page: "https://fal.ai/models/fal-ai/flux-2/api", readOn: "2026-04-08" },
  input: z.object({
    ...flux2Fields,
    acceleration: acceleration("regular"),
    enable_prompt_expansion: promptExpansion(false),
    guidance_scale: guidanceScale(0, 20, 2.5),
    num_inference_steps: inferenceSteps(4, 50, 28),
  }),
  output: "images[].url",
  costUsd: ({ num_images }) => 0.055 * num_images,
});
