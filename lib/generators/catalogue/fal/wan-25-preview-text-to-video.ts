import { aspectRatio, defineGenerator, duration, z } from "@/lib/generators/contract/declare";
import { durationAsText } from "./duration-as-text";
import { wan25Fields } from "./wan-25-fields";

export const wan25PreviewTextToVideo = defineGenerator({
  provider: "fal",
  name: "fal-wan-25-preview-text-to-video",
  title: "Wan 2.5",
  description: "Generate video from text with Alibaba's Wan 2.5, on fal.",
  vendor: "Alibaba",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "fal-ai/wan-25-preview/text-to-video",
  source: { page: "https://fal.ai/models/fal-ai/wan-25-preview/text-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    ...wan25Fields,
    aspect_ratio: aspectRatio(["16:9", "9:16", "1:1"], "16:9"),
    duration: duration([5, 10], 5),
  }),
  request: durationAsText,
  output: "video.url",
  costUsd: ({ resolution, duration }) => duration * { "480p": 0.05, "720p": 0.1, "1080p": 0.15 }[resolution],
});
