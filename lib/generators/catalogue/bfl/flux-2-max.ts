import { defineGenerator, promptFor, z } from "@/lib/generators/contract/declare";
import { flux2Fields, flux2Request, freeSize, sources } from "./flux-2-fields";
import { priceOf } from "./prices";

export const flux2Max = defineGenerator({
  provider: "bfl",
  name: "bfl-flux-2-max",
  title: "FLUX.2 [max] (BFL)",
  description: "Generate and edit images at the highest FLUX.2 quality with FLUX.2 [max], on Black Forest Labs.",
  vendor: "Black Forest Labs",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "flux-2-max",
  source: { page: "https://docs.bfl.ai/api-reference/models/generate-or-edit-an-image-with-flux2-[max]", readOn: "2026-11-26" },
  input: z.object({
    prompt: promptFor("Describe the image, or what to change."),
    image_sources: sources().nullish(),
    image_size: freeSize(),
    ...flux2Fields,
  }),
  request: flux2Request,
  output: "sample",
  costUsd: ({ image_size, image_sources }) => priceOf({ first: 0.07, further: 0.03, input: 0.03 }, image_size, image_sources?.length ?? 0),
});
