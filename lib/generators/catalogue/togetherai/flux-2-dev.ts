import { defineGenerator } from "@/lib/generators/contract/declare";
import { flux2Input, flux2Source } from "./flux-2-fields";

export const togetherFlux2Dev = defineGenerator({
  provider: "togetherai",
  name: "togetherai-flux-2-dev",
  title: "FLUX.2 [dev] (Together AI)",
  description: "Makes images with FLUX.2 [dev] at Together AI.",
  vendor: "Black Forest Labs",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "image:black-forest-labs/FLUX.2-dev",
  source: flux2Source,
  input: flux2Input,
  output: "images[].url",
  costUsd: () => 0.0154,
});
