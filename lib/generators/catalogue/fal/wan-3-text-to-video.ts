import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { videoPrompt } from "./video-fields";
import { wan3Cost, wan3Fields } from "./wan-3-fields";

export const wan3TextToVideo = defineGenerator({
  provider: "fal",
  name: "fal-wan-3-text-to-video",
  title: "Wan 3.0",
  description: "Generate video with audio from text and up to 30 seconds, using Alibaba's Wan 3.0, on fal.",
  vendor: "Alibaba",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "alibaba/wan-3.0/text-to-video",
  source: { page: "https://fal.ai/models/alibaba/wan-3.0/text-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: videoPrompt({ max: 5000 }),
    ...wan3Fields,
  }),
  output: "video.url",
  costUsd: wan3Cost,
});
