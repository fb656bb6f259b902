import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { klingV3StandardUsd, klingV3TextFields } from "./kling-v3-fields";

export const klingVideoV3StandardTextToVideo = defineGenerator({
  provider: "fal",
  name: "fal-kling-video-v3-standard-text-to-video",
  title: "Kling 3.0 Standard",
  description: "Generate video with audio from text using Kling 3.0 Standard, on fal.",
  vendor: "Kuaishou (Kling)",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "fal-ai/kling-video/v3/standard/text-to-video",
  source: { page: "https://fal.ai/models/fal-ai/kling-video/v3/standard/text-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object(klingV3TextFields),
  output: "video.url",
  costUsd: klingV3StandardUsd,
});
