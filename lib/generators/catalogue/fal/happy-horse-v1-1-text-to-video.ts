import { aspectRatio, defineGenerator, modelSeed, resolution, safetyChecker, seconds, z } from "@/lib/generators/contract/declare";
import { videoPrompt } from "./video-fields";

export const happyHorseV11TextToVideo = defineGenerator({
  provider: "fal",
  name: "fal-happy-horse-v1-1-text-to-video",
  title: "Happy Horse 1.1",
  description: "Generate video with audio and lip-sync from text using Alibaba's Happy Horse 1.1, on fal.",
  vendor: "Alibaba",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "alibaba/happy-horse/v1.1/text-to-video",
  source: {
    page: "https://fal.ai/models/alibaba/happy-horse/v1.1/text-to-video/llms.txt",
    readOn: "2026-11-26",
    unverified: "the price is in fal's list; the inputs are those of version 1.0",
  },
  input: z.object({
    prompt: videoPrompt({ max: 2500 }),
    aspect_ratio: aspectRatio(["16:9", "9:16", "1:1", "4:3", "3:4"], "16:9"),
    resolution: resolution(["720p", "1080p"], "1080p"),
    duration: seconds(3, 15, 5),
    enable_safety_checker: safetyChecker(),
    seed: modelSeed({ min: 0, max: 2_147_483_647 }),
  }),
  output: "video.url",
  costUsd: ({ duration, resolution }) => duration * (resolution === "1080p" ? 0.18 : 0.14),
});
