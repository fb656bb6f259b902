import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { recraftFields, recraftPrompt, recraftRatio, withControls } from "./image-fields";

export const recraftV41Flash = defineGenerator({
  provider: "recraft",
  name: "recraft-v4-1-flash",
  title: "Recraft V4.1 Flash",
  description: "Makes images in a second or two at a low price, with Recraft V4.1 Flash at Recraft.",
  vendor: "Recraft",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "images/generations",
  source: { page: "https://www.recraft.ai/docs/api-reference/models/recraft-v4-1-flash", readOn: "2026-11-26" },
  input: z.object({ prompt: recraftPrompt(), size: recraftRatio(), ...recraftFields }),
  constants: { model: "recraftv4_1_flash" },
  request: withControls,
  output: "data[].url",
  costUsd: ({ n }) => 0.007 * n,
});
