import { aspectRatio, defineGenerator, duration, resolution, z } from "@/lib/generators/contract/declare";
import { firstFrame, videoPrompt } from "./video-fields";

export const sora2ImageToVideo = defineGenerator({
  provider: "fal",
  name: "fal-sora2-image-to-video",
  title: "Sora 2 Image to Video",
  description: "Animate an image, with audio, using OpenAI's Sora 2, on fal.",
  vendor: "OpenAI",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "fal-ai/sora-2/image-to-video",
  source: {
    page: "https://fal.ai/models/fal-ai/sora-2/image-to-video/llms.txt",
    readOn: "2026-11-26",
    unverified: "the price is of 8 April 2026: the model has ended",
  },
  deprecated: { on: "2026-09-24", use: "fal-veo31-image-to-video" },
  input: z.object({
    prompt: videoPrompt({ max: 5000 }),
    image_url: firstFrame(),
    resolution: resolution(["auto", "720p"], "auto"),
    aspect_ratio: aspectRatio(["auto", "9:16", "16:9"], "auto"),
    duration: duration([4, 8, 12, 16, 20], 4),
  }),
  output: "video.url",
  costUsd: ({ duration }) => 0.1 * duration,
});
