import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { flux2Fields, squaresIn } from "./flux-2-fields";

export const deepinfraFlux2Dev = defineGenerator({
  provider: "deepinfra",
  name: "deepinfra-flux-2-dev",
  title: "FLUX.2 [dev] (DeepInfra)",
  description: "Makes images with FLUX.2 [dev] at DeepInfra.",
  vendor: "Black Forest Labs",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "image:black-forest-labs/FLUX-2-dev",
  source: { page: "https://deepinfra.com/black-forest-labs/FLUX-2-dev/api", readOn: "2026-11-26" },
  input: z.object(flux2Fields),
  output: "images[].url",
  costUsd: ({ size }) => 0.01 * squaresIn(size),
});
