import { defineGenerator, resolution, seconds, z } from "@/lib/generators/contract/declare";
import { firstFrame, videoPrompt } from "./video-fields";

export const grokImagineVideoV15ImageToVideo = defineGenerator({
  provider: "fal",
  name: "fal-grok-imagine-video-v1-5-image-to-video",
  title: "Grok Imagine 1.5 Image to Video",
  description: "Animate an image, with audio, using xAI's Grok Imagine 1.5, on fal.",
  vendor: "xAI",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "xai/grok-imagine-video/v1.5/image-to-video",
  source: { page: "https://fal.ai/models/xai/grok-imagine-video/v1.5/image-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: videoPrompt({ max: 4096 }),
    image: firstFrame("image_url"),
    duration: seconds(1, 15, 6),
    resolution: resolution(["480p", "720p", "1080p"], "720p"),
  }),
  output: "video.url",
  costUsd: ({ duration, resolution }) => duration * { "480p": 0.08, "720p": 0.14, "1080p": 0.25 }[resolution] + 0.01,
});
