import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { videoPrompt } from "./video-fields";
import { wan3Fields, wan3PrimeCost } from "./wan-3-fields";

export const wan3PrimeTextToVideo = defineGenerator({
  provider: "fal",
  name: "fal-wan-3-prime-text-to-video",
  title: "Wan 3.0 Prime",
  description: "Generate video with audio from text, fast and up to 30 seconds, using Alibaba's Wan 3.0 Prime, on fal.",
  vendor: "Alibaba",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "alibaba/wan-3.0-prime/text-to-video",
  source: { page: "https://fal.ai/models/alibaba/wan-3.0-prime/text-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: videoPrompt({ max: 5000 }),
    ...wan3Fields,
  }),
  output: "video.url",
  costUsd: wan3PrimeCost,
});
