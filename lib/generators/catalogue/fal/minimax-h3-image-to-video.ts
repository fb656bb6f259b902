import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { minimaxH3Cost, minimaxH3Fields, promptExpansionMode } from "./minimax-h3-fields";
import { firstFrame, lastFrame, videoPrompt } from "./video-fields";

export const minimaxH3ImageToVideo = defineGenerator({
  provider: "fal",
  name: "fal-minimax-h3-image-to-video",
  title: "MiniMax H3 Image to Video",
  description: "Animate an image in up to 4K with MiniMax H3, on fal.",
  vendor: "MiniMax",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "minimax/h3/image-to-video",
  source: { page: "https://fal.ai/models/minimax/h3/image-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: videoPrompt(),
    image: firstFrame("image_url"),
    end_image: lastFrame("end_image_url").nullish(),
    prompt_expansion_mode: promptExpansionMode(),
    ...minimaxH3Fields,
  }),
  output: "video.url",
  costUsd: minimaxH3Cost,
});
