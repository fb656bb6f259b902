import { choice, defineGenerator, imageInput, imageInputs, modelSeed, promptFor, sourceImage, z } from "@/lib/generators/contract/declare";
import { secondHand } from "./second-hand";

export const ideogramV45Edit = defineGenerator({
  provider: "fal",
  name: "fal-ideogram-v4-5-edit",
  title: "Ideogram 4.5 Edit (fal)",
  description: "Edit an image, or only a masked area of it, with up to 3 references, using Ideogram 4.5, on fal.",
  vendor: "Ideogram",
  task: "image-edit",
  artifactType: "image",
  endpoint: "ideogram/v4.5/edit",
  source: { page: "https://fal.ai/models/ideogram/v4.5/edit/api", readOn: "2026-11-26", unverified: secondHand },
  input: z.object({
    prompt: promptFor("Describe the edit."),
    image_url: sourceImage("The image to edit."),
    reference_image_urls: imageInputs({ title: "References", description: "Images to take subjects or styles from, up to 3.", max: 3 }).nullish(),
    mask_url: imageInput({
      title: "Mask",
      description: "Black areas are edited, white areas are kept. Must be the same size as the image.",
    }).nullish(),
    edit_precision: choice(["regular", "high"], "high", {
      title: "Precision",
      description: "High restores the pixels that the edit did not change.",
    }),
    quality: choice(["very_low", "low", "medium", "high"], "medium", {
      title: "Quality",
      description: "Higher quality costs more and takes longer.",
    }),
    seed: modelSeed({ min: 0 }),
  }),
  // What a mask and high precision need.
  constants: { image_size: "auto" },
  output: "images[].url",
  costUsd: ({ quality }) => ({ very_low: 0.008, low: 0.03, medium: 0.06, high: 0.22 })[quality],
});
