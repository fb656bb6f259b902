import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { kontextFields } from "./kontext-fields";

export const fluxKontextPro = defineGenerator({
  provider: "bfl",
  name: "bfl-flux-kontext-pro",
  title: "FLUX.1 Kontext [pro] (BFL)",
  description: "Edit an image with a prompt, with FLUX.1 Kontext [pro], on Black Forest Labs.",
  vendor: "Black Forest Labs",
  task: "image-edit",
  artifactType: "image",
  endpoint: "flux-kontext-pro",
  source: { page: "https://docs.bfl.ai/api-reference/models/edit-or-create-an-image-with-flux1-kontext-[pro]", readOn: "2026-11-25" },
  model: "flux-kontext-pro",
  input: z.object(kontextFields),
  request: (request, { safety_tolerance }) => ({ ...request, safety_tolerance: Number(safety_tolerance) }),
  output: "sample",
  costUsd: () => 0.04,
});
