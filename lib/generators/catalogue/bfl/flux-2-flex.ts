import { decimal, defineGenerator, flag, inferenceSteps, promptFor, z } from "@/lib/generators/contract/declare";
import { flux2Fields, flux2Request, freeSize, sources } from "./flux-2-fields";
import { priceOf } from "./prices";

export const flux2Flex = defineGenerator({
  provider: "bfl",
  name: "bfl-flux-2-flex",
  title: "FLUX.2 [flex] (BFL)",
  description: "Generate and edit images, strong at typography and fine control, with FLUX.2 [flex], on Black Forest Labs.",
  vendor: "Black Forest Labs",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "flux-2-flex",
  source: { page: "https://docs.bfl.ai/api-reference/models/generate-or-edit-an-image-with-flux2-[flex]", readOn: "2026-11-26" },
  input: z.object({
    prompt: promptFor("Describe the image, or what to change."),
    image_sources: sources().nullish(),
    image_size: freeSize(),
    steps: inferenceSteps(1, 50, 50),
    guidance: decimal(1.5, 10, 5, { title: "Guidance scale", description: "How closely to follow the prompt.", isAdvanced: true }),
    prompt_upsampling: flag(true, { title: "Prompt upsampling", description: "Adds detail to your prompt before generating.", isAdvanced: true }),
    ...flux2Fields,
  }),
  request: flux2Request,
  output: "sample",
  costUsd: ({ image_size, image_sources }) => priceOf({ first: 0.05, further: 0.05, input: 0.05 }, image_size, image_sources?.length ?? 0),
});
