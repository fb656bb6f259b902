import { aspectRatio, defineGenerator, duration, promptFor, resolution, z } from "../declare";

export const sora2TextToVideo = defineGenerator({
  provider: "fal",
  name: "fal-sora-2-text-to-video",
  title: "Sora 2",
  description: "Makes a video from words. Sora 2 by OpenAI, at fal.",
  vendor: "OpenAI",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "fal-ai/sora-2/text-to-video",
  source: { page: "https://fal.ai/models/fal-ai/sora-2/text-to-video/api", readOn: "2026-04-08" },
  deprecated: { on: "2026-09-24", use: "fal-veo31" },
  input: z.object({
    prompt: promptFor("What happens in the video.", { max: 5000 }),
    resolution: resolution(["720p"], "720p"),
    aspect_ratio: aspectRatio(["9:16", "16:9"], "16:9"),
    duration: duration([4, 8, 12, 16, 20], 4),
  }),
  output: "video.url",
  costUsd: ({ duration }) => 0.1 * duration,
});
