import { defineGenerator, promptFor, z } from "@/lib/generators/contract/declare";
import { stableDiffusionFields } from "./stable-diffusion-fields";

export const textToImage = defineGenerator({
  provider: "automatic1111",
  name: "automatic1111-text-to-image",
  title: "Stable Diffusion (your server)",
  description: "Generate images with Stable Diffusion, on your own AUTOMATIC1111 or Forge server.",
  vendor: "Your server",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "txt2img",
  source: { page: "https://github.com/AUTOMATIC1111/stable-diffusion-webui/wiki/API", readOn: "2026-11-25" },
  input: z.object({
    prompt: promptFor("Describe the image."),
    ...stableDiffusionFields,
  }),
  output: "images[].url",
  costUsd: () => 0,
});
