import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { flux2Fields, flux2Usd } from "./flux-2-fields";

export const flux2Flex = defineGenerator({
  provider: "replicate",
  name: "replicate-flux-2-flex",
  title: "FLUX.2 [flex] (Replicate)",
  description: "Generate and edit images, strong at typography, with FLUX.2 [flex], on Replicate.",
  vendor: "Black Forest Labs",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "black-forest-labs/flux-2-flex",
  source: { page: "https://replicate.com/black-forest-labs/flux-2-flex/api", readOn: "2026-11-26" },
  input: z.object(flux2Fields),
  output: "output[] | output",
  costUsd: flux2Usd({ run: 0, input: 0.06, output: 0.06 }),
});
