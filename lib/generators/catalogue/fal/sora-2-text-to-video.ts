import { aspectRatio, defineGenerator, duration, resolution, z } from "@/lib/generators/contract/declare";
import { videoPrompt } from "./video-fields";

export const sora2TextToVideo = defineGenerator({
  provider: "fal",
  name: "fal-sora-2-text-to-video",
  title: "Sora 2",
  description: "Generate video with audio from text using OpenAI's Sora 2, on fal.",
  vendor: "OpenAI",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "fal-ai/sora-2/text-to-video",
  source: {
    page: "https://fal.ai/models/fal-ai/sora-2/text-to-video/llms.txt",
    readOn: "2026-11-26",
    unverified: "the price is of 8 April 2026: the model has ended",
  },
  deprecated: { on: "2026-09-24", use: "fal-veo31" },
  input: z.object({
    prompt: videoPrompt({ max: 5000 }),
    resolution: resolution(["720p"], "720p"),
    aspect_ratio: aspectRatio(["9:16", "16:9"], "16:9"),
    duration: duration([4, 8, 12, 16, 20], 4),
  }),
  output: "video.url",
  costUsd: ({ duration }) => 0.1 * duration,
});
