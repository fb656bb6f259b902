import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { flux2Fields } from "./flux-2-fields";

export const deepinfraFlux2Max = defineGenerator({
  provider: "deepinfra",
  name: "deepinfra-flux-2-max",
  title: "FLUX.2 [max] (DeepInfra)",
  description: "Makes images with FLUX.2 [max] at DeepInfra.",
  vendor: "Black Forest Labs",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "image:black-forest-labs/FLUX-2-max",
  source: {
    page: "https://deepinfra.com/black-forest-labs/FLUX-2-max/api",
    readOn: "2026-11-26",
    unverified: 'The page says "$0.07 / image *" without the words of the note',
  },
  input: z.object(flux2Fields),
  output: "images[].url",
  costUsd: () => 0.07,
});
