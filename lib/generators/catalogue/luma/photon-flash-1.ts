import { defineGenerator } from "@/lib/generators/contract/declare";
import { photonInput, photonSource } from "./photon-fields";

export const photonFlash1 = defineGenerator({
  provider: "luma",
  name: "luma-photon-flash-1",
  title: "Photon Flash",
  description: "Makes images fast, with Photon Flash at Luma.",
  vendor: "Luma",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "image:photon-flash-1",
  source: photonSource,
  input: photonInput,
  output: "images[].url",
  costUsd: () => 0.002,
});
