import { aspectRatio, defineGenerator, duration, resolution, z } from "@/lib/generators/contract/declare";
import { videoPrompt } from "./video-fields";

export const sora2TextToVideoPro = defineGenerator({
  provider: "fal",
  name: "fal-sora-2-text-to-video-pro",
  title: "Sora 2 Pro",
  description: "Generate video with audio from text using OpenAI's Sora 2 Pro, on fal.",
  vendor: "OpenAI",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "fal-ai/sora-2/text-to-video/pro",
  source: { page: "https://fal.ai/models/fal-ai/sora-2/text-to-video/pro/llms.txt", readOn: "2026-11-25" },
  deprecated: { on: "2026-09-24", use: "fal-veo31" },
  input: z.object({
    prompt: videoPrompt({ max: 5000 }),
    resolution: resolution(["720p", "1080p", "true_1080p"], "1080p"),
    aspect_ratio: aspectRatio(["9:16", "16:9"], "16:9"),
    duration: duration([4, 8, 12, 16, 20], 4),
  }),
  output: "video.url",
  costUsd: ({ resolution, duration }) => duration * { "720p": 0.3, "1080p": 0.5, true_1080p: 0.7 }[resolution],
});
