import { z } from "zod";
import { defineGenerator } from "../define-generator";
import { aspectRatio, cameraFixed, duration, modelSeed, promptFor, resolution, safetyChecker } from "../model-fields";

export const bytedanceSeedanceV1ProTextToVideo = defineGenerator({
  provider: "fal",
  name: "fal-bytedance-seedance-v1-pro-text-to-video",
  title: "Seedance 1 Pro",
  description: "Makes a video from words. Seedance 1 Pro by ByteDance, at fal.",
  vendor: "ByteDance",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "fal-ai/bytedance/seedance/v1/pro/text-to-video",
  source: { page: "https://fal.ai/models/fal-ai/bytedance/seedance/v1/pro/text-to-video/api", readOn: "2026-04-08" },
  input: z.object({
    prompt: promptFor("What happens in the video."),
    aspect_ratio: aspectRatio(["21:9", "16:9", "4:3", "1:1", "3:4", "9:16"], "16:9"),
    resolution: resolution(["480p", "720p", "1080p"], "1080p"),
    duration: duration(["2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"], "5"),
    enable_safety_checker: safetyChecker(),
    camera_fixed: cameraFixed(),
    seed: modelSeed(),
  }),
  output: "video.url",
  costUsd: ({ resolution, duration }) => 0.12 * (1 + (Number(duration) - 5) * 0.05) * { "480p": 0.8, "720p": 1, "1080p": 1.3 }[resolution],
});
