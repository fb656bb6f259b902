import { aspectRatio, defineGenerator, duration, resolution, z } from "@/lib/generators/contract/declare";
import { firstFrame, videoPrompt } from "./video-fields";

export const sora2ImageToVideoPro = defineGenerator({
  provider: "fal",
  name: "fal-sora-2-image-to-video-pro",
  title: "Sora 2 Pro Image to Video",
  description: "Animate an image, with audio, using OpenAI's Sora 2 Pro, on fal.",
  vendor: "OpenAI",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "fal-ai/sora-2/image-to-video/pro",
  source: {
    page: "https://fal.ai/models/fal-ai/sora-2/image-to-video/pro/llms.txt",
    readOn: "2026-11-26",
    unverified: "the price is of 8 April 2026: the model has ended",
  },
  deprecated: { on: "2026-09-24", use: "fal-veo31-image-to-video" },
  input: z.object({
    prompt: videoPrompt({ max: 5000 }),
    image_url: firstFrame(),
    resolution: resolution(["auto", "720p", "1080p", "true_1080p"], "auto"),
    aspect_ratio: aspectRatio(["auto", "9:16", "16:9"], "auto"),
    duration: duration([4, 8, 12, 16, 20], 4),
  }),
  output: "video.url",
  costUsd: ({ resolution, duration }) => duration * { auto: 0.3, "720p": 0.3, "1080p": 0.5, true_1080p: 0.7 }[resolution],
});
