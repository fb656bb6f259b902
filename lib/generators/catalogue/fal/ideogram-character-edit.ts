import { choice, defineGenerator, imageInput, promptFor, unused, z } from "@/lib/generators/contract/declare";
import { ideogramCharacterFields } from "./ideogram-character-fields";
import { onePalette } from "./ideogram-fields";

export const ideogramCharacterEdit = defineGenerator({
  provider: "fal",
  name: "fal-ideogram-character-edit",
  title: "Ideogram Character Edit",
  description: "Put a character from a reference image into the masked area of another, with Ideogram, on fal.",
  vendor: "Ideogram",
  task: "image-edit",
  artifactType: "image",
  endpoint: "fal-ai/ideogram/character/edit",
  source: {
    page: "https://fal.ai/models/fal-ai/ideogram/character/edit/api",
    readOn: "2026-11-26",
    unverified: "Its price, last read on 25 September 2026; inputs were compared with fal's client",
  },
  input: z.object({
    ...ideogramCharacterFields,
    prompt: promptFor("Describe the edit."),
    style: choice(["AUTO", "REALISTIC", "FICTION"], "AUTO", { ...unused, title: "Style" }),
    image_url: imageInput({ title: "Image", description: "The image to edit." }),
    mask_url: imageInput({ title: "Mask", description: "Marks the area to edit. Must be the same size as the image." }),
  }),
  rules: [onePalette],
  output: "images[].url",
  costUsd: ({ rendering_speed, num_images }) => ({ TURBO: 0.1, BALANCED: 0.15, QUALITY: 0.2 })[rendering_speed] * num_images,
});
