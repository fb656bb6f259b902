import { aspectRatio, cameraFixed, defineGenerator, duration, modelSeed, resolution, safetyChecker, z } from "@/lib/generators/contract/declare";
import { seedanceCost } from "./seedance-cost";
import { videoPrompt } from "./video-fields";

export const bytedanceSeedanceV1ProTextToVideo = defineGenerator({
  provider: "fal",
  name: "fal-bytedance-seedance-v1-pro-text-to-video",
  title: "Seedance 1.0 Pro",
  description: "Generate video from text with ByteDance's Seedance 1.0 Pro, on fal.",
  vendor: "ByteDance",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "fal-ai/bytedance/seedance/v1/pro/text-to-video",
  source: { page: "https://fal.ai/models/fal-ai/bytedance/seedance/v1/pro/text-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: videoPrompt(),
    aspect_ratio: aspectRatio(["21:9", "16:9", "4:3", "1:1", "3:4", "9:16"], "16:9"),
    resolution: resolution(["480p", "720p", "1080p"], "1080p"),
    duration: duration(["2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"], "5"),
    enable_safety_checker: safetyChecker(),
    camera_fixed: cameraFixed(),
    seed: modelSeed(),
  }),
  output: "video.url",
  costUsd: ({ resolution, duration }) => seedanceCost(resolution, Number(duration)) * 2.5,
});
