import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { flux2Fields, flux2Usd } from "./flux-2-fields";

export const flux2Pro = defineGenerator({
  provider: "replicate",
  name: "replicate-flux-2-pro",
  title: "FLUX.2 [pro] (Replicate)",
  description: "Generate and edit images with FLUX.2 [pro], on Replicate.",
  vendor: "Black Forest Labs",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "black-forest-labs/flux-2-pro",
  source: { page: "https://replicate.com/black-forest-labs/flux-2-pro/api", readOn: "2026-11-26" },
  input: z.object(flux2Fields),
  output: "output[] | output",
  costUsd: flux2Usd({ run: 0.015, input: 0.015, output: 0.015 }),
});
