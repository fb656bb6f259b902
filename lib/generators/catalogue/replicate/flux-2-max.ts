import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { flux2Fields, flux2Usd } from "./flux-2-fields";

export const flux2Max = defineGenerator({
  provider: "replicate",
  name: "replicate-flux-2-max",
  title: "FLUX.2 [max] (Replicate)",
  description: "Generate and edit images at the highest FLUX.2 quality with FLUX.2 [max], on Replicate.",
  vendor: "Black Forest Labs",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "black-forest-labs/flux-2-max",
  source: { page: "https://replicate.com/black-forest-labs/flux-2-max/api", readOn: "2026-11-26" },
  input: z.object(flux2Fields),
  output: "output[] | output",
  costUsd: flux2Usd({ run: 0.04, input: 0.03, output: 0.03 }),
});
