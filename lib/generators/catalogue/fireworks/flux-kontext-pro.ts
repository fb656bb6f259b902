import { defineGenerator } from "@/lib/generators/contract/declare";
import { kontextInput, kontextSource } from "./kontext-fields";

export const fireworksFluxKontextPro = defineGenerator({
  provider: "fireworks",
  name: "fireworks-flux-kontext-pro",
  title: "FLUX.1 Kontext [pro] (Fireworks)",
  description: "Makes and edits images with FLUX.1 Kontext [pro] at Fireworks AI.",
  vendor: "Black Forest Labs",
  task: "image-to-image",
  artifactType: "image",
  endpoint: "image:accounts/fireworks/models/flux-kontext-pro",
  source: kontextSource,
  input: kontextInput,
  output: "images[].url",
  costUsd: () => 0.04,
});
