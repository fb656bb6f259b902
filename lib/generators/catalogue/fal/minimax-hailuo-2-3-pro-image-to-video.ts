import { defineGenerator, flag, z } from "@/lib/generators/contract/declare";
import { firstFrame, videoPrompt } from "./video-fields";

export const minimaxHailuo23ProImageToVideo = defineGenerator({
  provider: "fal",
  name: "fal-minimax-hailuo-2-3-pro-image-to-video",
  title: "Hailuo 2.3 Pro Image to Video",
  description: "Animate an image in 1080p with MiniMax's Hailuo 2.3 Pro, on fal.",
  vendor: "MiniMax",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "fal-ai/minimax/hailuo-2.3/pro/image-to-video",
  source: { page: "https://fal.ai/models/fal-ai/minimax/hailuo-2.3/pro/image-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: videoPrompt({ max: 2000 }),
    image_url: firstFrame(),
    prompt_optimizer: flag(true, {
      title: "Enhance prompt",
      description: "Lets the model rewrite your prompt for better results.",
      isAdvanced: true,
    }),
  }),
  output: "video.url",
  costUsd: () => 0.49,
});
