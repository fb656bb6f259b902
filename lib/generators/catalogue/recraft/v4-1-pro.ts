import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { recraftFields, recraftPrompt, recraftRatio, withControls } from "./image-fields";

export const recraftV41Pro = defineGenerator({
  provider: "recraft",
  name: "recraft-v4-1-pro",
  title: "Recraft V4.1 Pro",
  description: "Makes images of four megapixels with fine detail, with Recraft V4.1 Pro at Recraft.",
  vendor: "Recraft",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "images/generations",
  source: { page: "https://www.recraft.ai/docs/api-reference/models/recraft-v4-1", readOn: "2026-11-26" },
  input: z.object({ prompt: recraftPrompt(), size: recraftRatio(), ...recraftFields }),
  constants: { model: "recraftv4_1_pro" },
  request: withControls,
  output: "data[].url",
  costUsd: ({ n }) => 0.21 * n,
});
