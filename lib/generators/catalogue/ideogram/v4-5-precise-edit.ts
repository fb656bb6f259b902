import { defineGenerator, imageInput, imageInputs, promptFor, z } from "@/lib/generators/contract/declare";
import { ideogramFields, quality } from "./v4-5-fields";

// https://ideogram.ai/blog/ideogram-api-pricing (read 2026-11-26, prices of 2026-11-16)
const usd = { very_low: 0.008, low: 0.03, medium: 0.06, high: 0.22 };

export const ideogram45PreciseEdit = defineGenerator({
  provider: "ideogram",
  name: "ideogram-4-5-precise-edit",
  title: "Ideogram 4.5 Precise Edit",
  description: "Changes what the prompt names in an image and leaves every other pixel as it is, with Ideogram 4.5 at Ideogram.",
  vendor: "Ideogram",
  task: "image-edit",
  artifactType: "image",
  endpoint: "image/precise-edit/ideogram-4-5",
  source: { page: "https://developer.ideogram.ai/api-reference/images/precise-edit/ideogram-4-5", readOn: "2026-11-26" },
  input: z.object({
    prompt: promptFor("What to change.", { max: 10_000 }),
    image: imageInput({ title: "Image", description: "What to edit; the result keeps its width and height. Up to 25 MB." }),
    reference_images: imageInputs({
      title: "References",
      description: "Up to 4 images of a product, material or style to use.",
      max: 4,
    }).nullish(),
    quality: quality(["very_low", "low", "medium", "high"], "medium"),
    ...ideogramFields,
  }),
  output: "data[].url",
  costUsd: ({ quality, num_images }) => usd[quality] * num_images,
});
