import { decimal, defineGenerator, sourceImage, wordsOr, z } from "@/lib/generators/contract/declare";

export const upscale = defineGenerator({
  provider: "automatic1111",
  name: "automatic1111-upscale",
  title: "Upscale (your server)",
  description: "Upscale an image on your own AUTOMATIC1111 or Forge server.",
  vendor: "Your server",
  task: "image-upscale",
  artifactType: "image",
  endpoint: "extra-single-image",
  source: { page: "https://github.com/AUTOMATIC1111/stable-diffusion-webui/wiki/API", readOn: "2026-11-25" },
  input: z.object({
    image: sourceImage("The image to upscale."),
    scale: decimal(1, 8, 2, { title: "Scale", description: "How many times wider and taller.", wire: "upscaling_resize" }),
    upscaler: wordsOr("R-ESRGAN 4x+", { title: "Upscaler", description: "Name of the upscaler as your server lists it.", wire: "upscaler_1" }, 100),
    face_restoration: decimal(0, 1, 0, {
      title: "Face restoration",
      description: "How strongly GFPGAN restores faces.",
      wire: "gfpgan_visibility",
      isAdvanced: true,
    }),
  }),
  constants: { resize_mode: 0 },
  output: "images[].url",
  costUsd: () => 0,
});
