import { defineGenerator, promptFor, z } from "@/lib/generators/contract/declare";
import { flux2Fields, flux2Request, textImageSize } from "./flux-2-fields";
import { priceOf } from "./prices";

export const flux2Pro = defineGenerator({
  provider: "bfl",
  name: "bfl-flux-2-pro",
  title: "FLUX.2 [pro] (BFL)",
  description: "Generate images with FLUX.2 [pro], on Black Forest Labs.",
  vendor: "Black Forest Labs",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "flux-2-pro",
  source: { page: "https://docs.bfl.ai/api-reference/models/generate-or-edit-an-image-with-flux2-[pro]", readOn: "2026-11-26" },
  model: "flux-2-pro",
  input: z.object({
    prompt: promptFor("Describe the image."),
    image_size: textImageSize(),
    ...flux2Fields,
  }),
  request: flux2Request,
  output: "sample",
  costUsd: ({ image_size }) => priceOf({ first: 0.03, further: 0.015, input: 0.015 }, image_size, 0),
});
