import { choice, defineGenerator, imageInput, promptFor, unused, z } from "../declare";
import { ideogramCharacterFields } from "./ideogram-character-fields";
import { onePalette } from "./ideogram-fields";

export const ideogramCharacterEdit = defineGenerator({
  provider: "fal",
  name: "fal-ideogram-character-edit",
  title: "Ideogram Character Edit",
  description: "Changes pictures as the prompt says. Ideogram Character Edit by Ideogram, at fal.",
  vendor: "Ideogram",
  task: "image-edit",
  artifactType: "image",
  endpoint: "fal-ai/ideogram/character/edit",
  source: { page: "https://fal.ai/models/fal-ai/ideogram/character/edit/api", readOn: "2026-09-25" },
  input: z.object({
    ...ideogramCharacterFields,
    prompt: promptFor("What to change, and how."),
    style: choice(["AUTO", "REALISTIC", "FICTION"], "AUTO", { ...unused, title: "Style" }),
    image_url: imageInput({ title: "Picture", description: "What to work on." }),
    mask_url: imageInput({ title: "Mask", description: "White where the picture may change; as large as the picture." }),
  }),
  rules: [onePalette],
  output: "images[].url",
  costUsd: ({ rendering_speed, num_images }) => ({ TURBO: 0.1, BALANCED: 0.15, QUALITY: 0.2 })[rendering_speed] * num_images,
});
