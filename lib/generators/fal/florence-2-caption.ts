import { defineGenerator, sourceImage, z } from "../declare";

export const florence2Caption = defineGenerator({
  provider: "fal",
  name: "fal-florence-2-caption",
  title: "Florence 2 Caption",
  description: "Describes what a picture shows, with Florence 2 by Microsoft, at fal.",
  vendor: "Microsoft",
  task: "image-to-text",
  artifactType: "text",
  endpoint: "fal-ai/florence-2-large/more-detailed-caption",
  source: { page: "https://fal.ai/models/fal-ai/florence-2-large/more-detailed-caption/api", readOn: "2026-04-08" },
  input: z.object({
    image: sourceImage("What to describe.", "image_url"),
  }),
  output: "results",
  costUsd: () => 0.002,
});
