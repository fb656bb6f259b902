import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { stabilityFields, stabilityPrompt, stabilityRatio, startFields, withStart } from "./image-fields";
import { usdOf } from "./prices";

const endpoint = "stable-image/generate/ultra";

export const stableImageUltra = defineGenerator({
  provider: "stability",
  name: "stability-stable-image-ultra",
  title: "Stable Image Ultra",
  description: "Makes photorealistic images from a prompt, or changes an image, with Stable Image Ultra at Stability AI.",
  vendor: "Stability AI",
  task: "text-to-image",
  artifactType: "image",
  endpoint,
  source: {
    page: "https://platform.stability.ai/docs/api-reference#tag/Generate/paths/~1v2beta~1stable-image~1generate~1ultra/post",
    readOn: "2026-11-26",
  },
  input: z.object({ prompt: stabilityPrompt(), ...startFields, aspect_ratio: stabilityRatio(), ...stabilityFields }),
  request: withStart,
  output: "image.url",
  costUsd: () => usdOf(endpoint),
});
