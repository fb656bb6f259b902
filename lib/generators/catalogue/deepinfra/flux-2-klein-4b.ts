import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { flux2Fields, squaresIn } from "./flux-2-fields";

export const deepinfraFlux2Klein = defineGenerator({
  provider: "deepinfra",
  name: "deepinfra-flux-2-klein-4b",
  title: "FLUX.2 [klein] 4B (DeepInfra)",
  description: "Makes images fast, with FLUX.2 [klein] 4B at DeepInfra.",
  vendor: "Black Forest Labs",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "image:black-forest-labs/FLUX-2-klein-4b",
  source: { page: "https://deepinfra.com/black-forest-labs/FLUX-2-klein-4b/api", readOn: "2026-11-26" },
  input: z.object(flux2Fields),
  output: "images[].url",
  costUsd: ({ size }) => 0.014 * squaresIn(size),
});
