import { choice, defineGenerator, imageSize, promptFor, safetyChecker, z } from "@/lib/generators/contract/declare";

export const recraftV3 = defineGenerator({
  provider: "fal",
  name: "fal-recraft-v3",
  title: "Recraft 3",
  description: "Generate photos, illustrations and vector art in a chosen style with Recraft 3, on fal.",
  vendor: "Recraft",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "fal-ai/recraft/v3/text-to-image",
  source: { page: "https://fal.ai/models/fal-ai/recraft/v3/text-to-image/api", readOn: "2026-11-26" },
  input: z.object({
    prompt: promptFor("Describe the image.", { max: 1000 }),
    image_size: imageSize("square_hd"),
    style: choice(["any", "realistic_image", "digital_illustration", "vector_illustration"], "realistic_image", {
      title: "Style",
      description: "Vector illustrations cost twice as much.",
    }),
    enable_safety_checker: safetyChecker(),
  }),
  output: "images[].url",
  costUsd: ({ style }) => (style === "vector_illustration" ? 0.08 : 0.04),
});
