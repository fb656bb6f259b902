import { defineGenerator } from "@/lib/generators/contract/declare";
import { flux2Input, flux2Source } from "./flux-2-fields";

export const togetherFlux2Pro = defineGenerator({
  provider: "togetherai",
  name: "togetherai-flux-2-pro",
  title: "FLUX.2 [pro] (Together AI)",
  description: "Makes images with FLUX.2 [pro] at Together AI.",
  vendor: "Black Forest Labs",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "image:black-forest-labs/FLUX.2-pro",
  source: flux2Source,
  input: flux2Input,
  output: "images[].url",
  costUsd: () => 0.03,
});
