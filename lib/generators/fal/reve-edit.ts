import { defineGenerator, imageInput, numImages, outputFormat, promptFor, syncMode, z } from "../declare";
import { unlisted } from "./unlisted";

export const reveEdit = defineGenerator({
  provider: "fal",
  name: "fal-reve-edit",
  title: "Reve Edit",
  description: "Changes pictures as the prompt says. Reve Edit by Reve, at fal.",
  vendor: "Reve",
  task: "image-edit",
  artifactType: "image",
  endpoint: "fal-ai/reve/edit",
  source: { page: "https://fal.ai/models/fal-ai/reve/edit/api", readOn: "2026-11-25" },
  deprecated: unlisted("fal-nano-banana-2-edit"),
  input: z.object({
    prompt: promptFor("What to change, and how.", { max: 2560 }),
    image_url: imageInput({ title: "Picture", description: "What to work on." }),
    num_images: numImages(4),
    output_format: outputFormat(["png", "jpeg", "webp"], "png"),
    sync_mode: syncMode(),
  }),
  output: "images[].url",
  costUsd: ({ num_images }) => 0.04 * num_images,
});
