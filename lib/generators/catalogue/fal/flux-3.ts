import { defineGenerator, promptFor, z } from "@/lib/generators/contract/declare";
import { flux3Fields, flux3Unverified, flux3Usd } from "./flux-3-fields";

export const flux3 = defineGenerator({
  provider: "fal",
  name: "fal-flux-3",
  title: "FLUX 3 Image",
  description: "Generate images of up to 4K, strong at layout and lettering, with Black Forest Labs' FLUX 3, on fal.",
  vendor: "Black Forest Labs",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "blackforestlabs/flux-3/text-to-image",
  source: { page: "https://fal.ai/models/blackforestlabs/flux-3/text-to-image/api", readOn: "2026-11-26", unverified: flux3Unverified },
  input: z.object({
    prompt: promptFor("Describe the image."),
    ...flux3Fields,
  }),
  output: "images[].url",
  costUsd: flux3Usd,
});
