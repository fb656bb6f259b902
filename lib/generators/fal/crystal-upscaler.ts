import { choice, decimal, defineGenerator, imageInput, unused, whole, z } from "../declare";

export const crystalUpscaler = defineGenerator({
  provider: "fal",
  name: "fal-crystal-upscaler",
  title: "Crystal Upscaler",
  description: "Makes a picture larger and sharper. Crystal Upscaler by Clarity AI, at fal.",
  vendor: "Clarity AI",
  task: "image-upscale",
  artifactType: "image",
  endpoint: "clarityai/crystal-upscaler",
  source: { page: "https://fal.ai/models/clarityai/crystal-upscaler/api", readOn: "2026-11-26" },
  input: z.object({
    image_url: imageInput({ title: "Picture", description: "What to work on." }),
    scale_factor: whole(1, 200, 2, { title: "Enlargement", description: "Times as wide and high." }),
    creativity: decimal(0, 10, 0, { title: "Creativity", description: "0 stays close to the picture.", isAdvanced: true }),
    output_format: choice(["png", "jpg"], "jpg", { ...unused, title: "File format" }),
  }),
  // Its page shows plain addresses where its schema says files.
  output: "images[].url | images[]",
  // $0.016 for a megapixel of the result, of a picture of one megapixel; results end at some 100.
  costUsd: ({ scale_factor }) => 0.016 * Math.min(scale_factor ** 2, 100),
});
