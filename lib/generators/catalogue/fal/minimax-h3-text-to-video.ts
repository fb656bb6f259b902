import { aspectRatio, defineGenerator, promptExpansion, z } from "@/lib/generators/contract/declare";
import { minimaxH3Cost, minimaxH3Fields, minimaxH3Ratios } from "./minimax-h3-fields";
import { videoPrompt } from "./video-fields";

export const minimaxH3TextToVideo = defineGenerator({
  provider: "fal",
  name: "fal-minimax-h3-text-to-video",
  title: "MiniMax H3",
  description: "Generate video from text in up to 4K with MiniMax H3, on fal.",
  vendor: "MiniMax",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "minimax/h3/text-to-video",
  source: { page: "https://fal.ai/models/minimax/h3/text-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: videoPrompt(),
    aspect_ratio: aspectRatio(minimaxH3Ratios, "16:9"),
    enable_prompt_expansion: promptExpansion(true),
    ...minimaxH3Fields,
  }),
  output: "video.url",
  costUsd: minimaxH3Cost,
});
