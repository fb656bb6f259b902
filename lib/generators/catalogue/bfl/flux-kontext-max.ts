import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { kontextFields } from "./kontext-fields";

export const fluxKontextMax = defineGenerator({
  provider: "bfl",
  name: "bfl-flux-kontext-max",
  title: "FLUX.1 Kontext [max] (BFL)",
  description: "Edit an image with a prompt, with sharper text, with FLUX.1 Kontext [max], on Black Forest Labs.",
  vendor: "Black Forest Labs",
  task: "image-edit",
  artifactType: "image",
  endpoint: "flux-kontext-max",
  source: { page: "https://docs.bfl.ai/api-reference/models/edit-or-create-an-image-with-flux1-kontext-[max]", readOn: "2026-11-25" },
  model: "flux-kontext-max",
  input: z.object(kontextFields),
  request: (request, { safety_tolerance }) => ({ ...request, safety_tolerance: Number(safety_tolerance) }),
  output: "sample",
  costUsd: () => 0.08,
});
