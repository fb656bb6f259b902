import { defineGenerator } from "@/lib/generators/contract/declare";
import { kontextInput, kontextSource } from "./kontext-fields";

export const fireworksFluxKontextMax = defineGenerator({
  provider: "fireworks",
  name: "fireworks-flux-kontext-max",
  title: "FLUX.1 Kontext [max] (Fireworks)",
  description: "Makes and edits images with FLUX.1 Kontext [max] at Fireworks AI.",
  vendor: "Black Forest Labs",
  task: "image-to-image",
  artifactType: "image",
  endpoint: "image:accounts/fireworks/models/flux-kontext-max",
  source: kontextSource,
  input: kontextInput,
  output: "images[].url",
  costUsd: () => 0.08,
});
