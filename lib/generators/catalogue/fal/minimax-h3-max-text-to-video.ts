import { aspectRatio, defineGenerator, z } from "@/lib/generators/contract/declare";
import { minimaxH3MaxCost, minimaxH3MaxFields } from "./minimax-h3-max-fields";
import { videoPrompt } from "./video-fields";

export const minimaxH3MaxTextToVideo = defineGenerator({
  provider: "fal",
  name: "fal-minimax-h3-max-text-to-video",
  title: "MiniMax H3 Max",
  description: "Generate video from text in seconds with H3 Max, fal's fast version of MiniMax H3.",
  vendor: "MiniMax",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "minimax/h3-max/text-to-video",
  source: { page: "https://fal.ai/models/minimax/h3-max/text-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: videoPrompt({ max: 50_000 }),
    aspect_ratio: aspectRatio(["21:9", "16:9", "4:3", "1:1", "3:4", "9:16"], "16:9"),
    ...minimaxH3MaxFields,
  }),
  output: "video.url",
  costUsd: minimaxH3MaxCost,
});
