import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { minimaxH3MaxCost, minimaxH3MaxFields } from "./minimax-h3-max-fields";
import { firstFrame, lastFrame, videoPrompt } from "./video-fields";

export const minimaxH3MaxImageToVideo = defineGenerator({
  provider: "fal",
  name: "fal-minimax-h3-max-image-to-video",
  title: "MiniMax H3 Max Image to Video",
  description: "Animate an image in seconds with H3 Max, fal's fast version of MiniMax H3.",
  vendor: "MiniMax",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "minimax/h3-max/image-to-video",
  source: { page: "https://fal.ai/models/minimax/h3-max/image-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: videoPrompt({ max: 50_000 }),
    image: firstFrame("image_url"),
    end_image: lastFrame("end_image_url").nullish(),
    ...minimaxH3MaxFields,
  }),
  output: "video.url",
  costUsd: minimaxH3MaxCost,
});
