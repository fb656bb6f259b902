import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { stabilityFields, stabilityPrompt, stabilityRatio } from "./image-fields";
import { usdOf } from "./prices";

const endpoint = "stable-image/generate/core";

export const stableImageCore = defineGenerator({
  provider: "stability",
  name: "stability-stable-image-core",
  title: "Stable Image Core",
  description: "Makes images from a prompt, fast and at a low price, with Stable Image Core at Stability AI.",
  vendor: "Stability AI",
  task: "text-to-image",
  artifactType: "image",
  endpoint,
  source: {
    page: "https://platform.stability.ai/docs/api-reference#tag/Generate/paths/~1v2beta~1stable-image~1generate~1core/post",
    readOn: "2026-11-26",
  },
  input: z.object({ prompt: stabilityPrompt(), aspect_ratio: stabilityRatio(), ...stabilityFields }),
  output: "image.url",
  costUsd: () => usdOf(endpoint),
});
