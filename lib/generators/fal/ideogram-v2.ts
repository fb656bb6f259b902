import { aspectRatio, choice, defineGenerator, flag, modelSeed, negativePrompt, promptFor, syncMode, z } from "../declare";

export const ideogramV2 = defineGenerator({
  provider: "fal",
  name: "fal-ideogram-v2",
  title: "Ideogram 2",
  description: "Makes pictures from words. Ideogram 2 by Ideogram, at fal.",
  vendor: "Ideogram",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "fal-ai/ideogram/v2",
  source: { page: "https://fal.ai/models/fal-ai/ideogram/v2/api", readOn: "2026-11-25" },
  input: z.object({
    prompt: promptFor("What the picture shows."),
    aspect_ratio: aspectRatio(["1:1", "16:9", "9:16", "4:3", "3:4", "10:16", "16:10", "1:3", "3:1", "3:2", "2:3"], "1:1"),
    style: choice(["auto", "general", "realistic", "design", "render_3D", "anime"], "auto", { title: "Style", description: "The look of it." }),
    expand_prompt: flag(true, {
      title: "Expand the prompt",
      description: "Lets the provider write the prompt out in more detail.",
      isAdvanced: true,
    }),
    seed: modelSeed(),
    negative_prompt: negativePrompt(""),
    sync_mode: syncMode(),
  }),
  output: "images[].url",
  costUsd: () => 0.08,
});
