import { aspectRatio, choice, defineGenerator, flag, modelSeed, negativePrompt, promptFor, syncMode, z } from "@/lib/generators/contract/declare";

export const ideogramV2 = defineGenerator({
  provider: "fal",
  name: "fal-ideogram-v2",
  title: "Ideogram 2",
  description: "Generate posters, logos and other images with lettering, using Ideogram 2, on fal.",
  vendor: "Ideogram",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "fal-ai/ideogram/v2",
  source: { page: "https://fal.ai/models/fal-ai/ideogram/v2/api", readOn: "2026-11-26" },
  input: z.object({
    prompt: promptFor("Describe the image."),
    aspect_ratio: aspectRatio(["1:1", "16:9", "9:16", "4:3", "3:4", "10:16", "16:10", "1:3", "3:1", "3:2", "2:3"], "1:1"),
    style: choice(["auto", "general", "realistic", "design", "render_3D", "anime"], "auto", {
      title: "Style",
      description: "Visual style of the image.",
    }),
    expand_prompt: flag(true, {
      title: "Prompt expansion",
      description: "Adds detail to your prompt before generating.",
      isAdvanced: true,
    }),
    seed: modelSeed(),
    negative_prompt: negativePrompt(""),
    sync_mode: syncMode(),
  }),
  output: "images[].url",
  costUsd: () => 0.08,
});
