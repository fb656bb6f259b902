import { aspectRatio, defineGenerator, z } from "@/lib/generators/contract/declare";
import { pixverseV6Cost, pixverseV6Fields } from "./pixverse-v6-fields";
import { videoPrompt } from "./video-fields";

export const pixverseV6TextToVideo = defineGenerator({
  provider: "fal",
  name: "fal-pixverse-v6-text-to-video",
  title: "PixVerse v6",
  description: "Generate video from text, with optional audio and multiple shots, using PixVerse v6, on fal.",
  vendor: "PixVerse",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "fal-ai/pixverse/v6/text-to-video",
  source: { page: "https://fal.ai/models/fal-ai/pixverse/v6/text-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: videoPrompt(),
    aspect_ratio: aspectRatio(["16:9", "4:3", "1:1", "3:4", "9:16", "2:3", "3:2", "21:9"], "16:9"),
    ...pixverseV6Fields,
  }),
  output: "video.url",
  costUsd: pixverseV6Cost,
});
