import { defineGenerator, promptFor, sourceImages, z } from "@/lib/generators/contract/declare";
import { flux3Fields, flux3Unverified, flux3Usd } from "./flux-3-fields";

export const flux3Edit = defineGenerator({
  provider: "fal",
  name: "fal-flux-3-edit",
  title: "FLUX 3 Image Edit",
  description: "Make precise edits and combine up to 10 images with Black Forest Labs' FLUX 3, on fal.",
  vendor: "Black Forest Labs",
  task: "image-edit",
  artifactType: "image",
  endpoint: "blackforestlabs/flux-3/edit-image",
  source: { page: "https://fal.ai/models/blackforestlabs/flux-3/edit-image/api", readOn: "2026-11-26", unverified: flux3Unverified },
  input: z.object({
    prompt: promptFor("Describe the edit."),
    image_urls: sourceImages(10),
    ...flux3Fields,
  }),
  output: "images[].url",
  costUsd: flux3Usd,
});
