import { aspectRatio, defineGenerator, z } from "@/lib/generators/contract/declare";
import { klingFields } from "./kling-fields";

export const klingVideoV25TurboProTextToVideo = defineGenerator({
  provider: "fal",
  name: "fal-kling-video-v2-5-turbo-pro-text-to-video",
  title: "Kling 2.5 Turbo Pro",
  description: "Generate video from text with Kling 2.5 Turbo Pro, on fal.",
  vendor: "Kuaishou (Kling)",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "fal-ai/kling-video/v2.5-turbo/pro/text-to-video",
  source: { page: "https://fal.ai/models/fal-ai/kling-video/v2.5-turbo/pro/text-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    ...klingFields,
    aspect_ratio: aspectRatio(["16:9", "9:16", "1:1"], "16:9"),
  }),
  output: "video.url",
  costUsd: ({ duration }) => Number(duration) * 0.07,
});
