import { choice, decimal, defineGenerator, imageInput, unused, whole, z } from "@/lib/generators/contract/declare";

export const crystalUpscaler = defineGenerator({
  provider: "fal",
  name: "fal-crystal-upscaler",
  title: "Crystal Upscaler",
  description: "Upscale an image, above all faces and portraits, with Clarity AI's Crystal Upscaler, on fal.",
  vendor: "Clarity AI",
  task: "image-upscale",
  artifactType: "image",
  endpoint: "clarityai/crystal-upscaler",
  source: { page: "https://fal.ai/models/clarityai/crystal-upscaler/api", readOn: "2026-11-26" },
  input: z.object({
    image_url: imageInput({ title: "Image", description: "The image to upscale." }),
    scale_factor: whole(1, 200, 2, { title: "Scale", description: "How many times wider and taller." }),
    creativity: decimal(0, 10, 0, {
      title: "Creativity",
      description: "How much new detail to add. 0 stays closest to the image.",
      isAdvanced: true,
    }),
    output_format: choice(["png", "jpg"], "jpg", { ...unused, title: "File format" }),
  }),
  // Its page shows plain addresses where its schema says files.
  output: "images[].url | images[]",
  // $0.016 for a megapixel of the result, of an image of one megapixel; results end at some 100.
  costUsd: ({ scale_factor }) => 0.016 * Math.min(scale_factor ** 2, 100),
});
