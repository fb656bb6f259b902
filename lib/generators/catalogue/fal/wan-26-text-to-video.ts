import { aspectRatio, defineGenerator, z } from "@/lib/generators/contract/declare";
import { videoPrompt } from "./video-fields";
import { wan26Fields } from "./wan-26-fields";

export const wan26TextToVideo = defineGenerator({
  provider: "fal",
  name: "fal-wan-26-text-to-video",
  title: "Wan 2.6",
  description: "Generate video in one or more shots from text with Alibaba's Wan 2.6, on fal.",
  vendor: "Alibaba",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "wan/v2.6/text-to-video",
  source: { page: "https://fal.ai/models/wan/v2.6/text-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: videoPrompt({ max: 800 }),
    aspect_ratio: aspectRatio(["16:9", "9:16", "1:1", "4:3", "3:4"], "16:9"),
    ...wan26Fields,
  }),
  output: "video.url",
  costUsd: ({ duration, resolution }) => Number(duration) * (resolution === "1080p" ? 0.15 : 0.1),
});
