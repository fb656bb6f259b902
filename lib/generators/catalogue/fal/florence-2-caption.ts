import { defineGenerator, sourceImage, z } from "@/lib/generators/contract/declare";

export const florence2Caption = defineGenerator({
  provider: "fal",
  name: "fal-florence-2-caption",
  title: "Florence-2 Caption",
  description: "Describe an image in detail with Microsoft's Florence-2, on fal.",
  vendor: "Microsoft",
  task: "image-to-text",
  artifactType: "text",
  endpoint: "fal-ai/florence-2-large/more-detailed-caption",
  source: {
    page: "https://fal.ai/models/fal-ai/florence-2-large/more-detailed-caption/llms.txt",
    readOn: "2026-11-26",
    unverified: "the price is of 8 April 2026: no later copy of it was found",
  },
  input: z.object({
    image: sourceImage("The image to describe.", "image_url"),
  }),
  output: "results",
  costUsd: () => 0.002,
});
