import { choice, defineGenerator, imageSize, modelSeed, numImages, promptExpansion, promptFor, z } from "@/lib/generators/contract/declare";
import { secondHand } from "./second-hand";

export const ideogramV45 = defineGenerator({
  provider: "fal",
  name: "fal-ideogram-v4-5",
  title: "Ideogram 4.5 (fal)",
  description: "Generate posters, logos and other images with accurate lettering, using Ideogram 4.5, on fal.",
  vendor: "Ideogram",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "ideogram/v4.5",
  source: { page: "https://fal.ai/models/ideogram/v4.5/api", readOn: "2026-11-26", unverified: secondHand },
  input: z.object({
    prompt: promptFor("Describe the image."),
    image_size: imageSize("square_hd"),
    quality: choice(["low", "medium", "high"], "medium", { title: "Quality", description: "Higher quality costs more and takes longer." }),
    num_images: numImages(4),
    enable_prompt_expansion: promptExpansion(true),
    seed: modelSeed({ min: 0 }),
  }),
  output: "images[].url",
  costUsd: ({ quality, num_images }) => ({ low: 0.03, medium: 0.06, high: 0.22 })[quality] * num_images,
});
