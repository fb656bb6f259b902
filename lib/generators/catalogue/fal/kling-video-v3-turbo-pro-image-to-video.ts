import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { longDuration } from "./kling-fields";
import { firstFrame, videoPrompt } from "./video-fields";

export const klingVideoV3TurboProImageToVideo = defineGenerator({
  provider: "fal",
  name: "fal-kling-video-v3-turbo-pro-image-to-video",
  title: "Kling 3.0 Turbo Pro Image to Video",
  description: "Animate an image in 1080p with audio, fast, using Kling 3.0 Turbo Pro, on fal.",
  vendor: "Kuaishou (Kling)",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "fal-ai/kling-video/v3/turbo/pro/image-to-video",
  source: { page: "https://fal.ai/models/fal-ai/kling-video/v3/turbo/pro/image-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: videoPrompt({ max: 2500 }),
    image: firstFrame("image_url"),
    duration: longDuration(),
  }),
  output: "video.url",
  costUsd: ({ duration }) => Number(duration) * 0.14,
});
