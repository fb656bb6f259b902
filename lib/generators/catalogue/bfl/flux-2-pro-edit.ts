import { defineGenerator, promptFor, z } from "@/lib/generators/contract/declare";
import { flux2Fields, flux2Request, freeSize, sources } from "./flux-2-fields";
import { priceOf } from "./prices";

export const flux2ProEdit = defineGenerator({
  provider: "bfl",
  name: "bfl-flux-2-pro-edit",
  title: "FLUX.2 [pro] Edit (BFL)",
  description: "Edit and combine images with FLUX.2 [pro], on Black Forest Labs.",
  vendor: "Black Forest Labs",
  task: "image-edit",
  artifactType: "image",
  endpoint: "flux-2-pro",
  source: { page: "https://docs.bfl.ai/api-reference/models/generate-or-edit-an-image-with-flux2-[pro]", readOn: "2026-11-26" },
  input: z.object({
    prompt: promptFor("Describe what to change."),
    image_sources: sources(),
    image_size: freeSize(),
    ...flux2Fields,
  }),
  request: flux2Request,
  output: "sample",
  costUsd: ({ image_size, image_sources }) => priceOf({ first: 0.03, further: 0.015, input: 0.015 }, image_size, image_sources.length),
});
