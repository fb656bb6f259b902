import { aspectRatio, defineGenerator, z } from "@/lib/generators/contract/declare";
import { longDuration } from "./kling-fields";
import { videoPrompt } from "./video-fields";

export const klingVideoV3TurboProTextToVideo = defineGenerator({
  provider: "fal",
  name: "fal-kling-video-v3-turbo-pro-text-to-video",
  title: "Kling 3.0 Turbo Pro",
  description: "Generate 1080p video with audio from text, fast, using Kling 3.0 Turbo Pro, on fal.",
  vendor: "Kuaishou (Kling)",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "fal-ai/kling-video/v3/turbo/pro/text-to-video",
  source: { page: "https://fal.ai/models/fal-ai/kling-video/v3/turbo/pro/text-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: videoPrompt({ max: 2500 }),
    duration: longDuration(),
    aspect_ratio: aspectRatio(["16:9", "9:16", "1:1"], "16:9"),
  }),
  output: "video.url",
  costUsd: ({ duration }) => Number(duration) * 0.14,
});
