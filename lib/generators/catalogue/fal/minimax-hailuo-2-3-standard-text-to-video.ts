import { defineGenerator, duration, flag, z } from "@/lib/generators/contract/declare";
import { videoPrompt } from "./video-fields";

export const minimaxHailuo23StandardTextToVideo = defineGenerator({
  provider: "fal",
  name: "fal-minimax-hailuo-2-3-standard-text-to-video",
  title: "Hailuo 2.3 Standard",
  description: "Generate 768p video from text with MiniMax's Hailuo 2.3 Standard, on fal.",
  vendor: "MiniMax",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "fal-ai/minimax/hailuo-2.3/standard/text-to-video",
  source: { page: "https://fal.ai/models/fal-ai/minimax/hailuo-2.3/standard/text-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: videoPrompt({ max: 2000 }),
    duration: duration(["6", "10"], "6"),
    prompt_optimizer: flag(true, {
      title: "Enhance prompt",
      description: "Lets the model rewrite your prompt for better results.",
      isAdvanced: true,
    }),
  }),
  output: "video.url",
  costUsd: ({ duration }) => (duration === "10" ? 0.56 : 0.28),
});
