import { defineGenerator } from "@/lib/generators/contract/declare";
import { photonInput, photonSource } from "./photon-fields";

export const photon1 = defineGenerator({
  provider: "luma",
  name: "luma-photon-1",
  title: "Photon",
  description: "Makes images with Photon at Luma.",
  vendor: "Luma",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "image:photon-1",
  source: photonSource,
  input: photonInput,
  output: "images[].url",
  costUsd: () => 0.015,
});
