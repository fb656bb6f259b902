import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { recraftFields, recraftPrompt, recraftRatio, withControls } from "./image-fields";

export const recraftV41 = defineGenerator({
  provider: "recraft",
  name: "recraft-v4-1",
  title: "Recraft V4.1",
  description: "Makes images from a prompt, with Recraft V4.1 at Recraft: photos, illustrations and lettering.",
  vendor: "Recraft",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "images/generations",
  source: { page: "https://www.recraft.ai/docs/api-reference/models/recraft-v4-1", readOn: "2026-11-26" },
  input: z.object({ prompt: recraftPrompt(), size: recraftRatio(), ...recraftFields }),
  constants: { model: "recraftv4_1" },
  request: withControls,
  output: "data[].url",
  costUsd: ({ n }) => 0.035 * n,
});
