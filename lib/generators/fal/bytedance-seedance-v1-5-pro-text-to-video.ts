import { z } from "zod";
import { defineGenerator } from "../define-generator";
import { resolution, safetyChecker } from "../model-fields";
import { seedanceCost } from "./seedance-cost";
import { seedanceFields } from "./seedance-fields";

export const bytedanceSeedanceV15ProTextToVideo = defineGenerator({
  provider: "fal",
  name: "fal-bytedance-seedance-v1-5-pro-text-to-video",
  title: "Seedance 1.5 Pro",
  description: "Makes a video from words. Seedance 1.5 Pro by ByteDance, at fal.",
  vendor: "ByteDance",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "fal-ai/bytedance/seedance/v1.5/pro/text-to-video",
  source: { page: "https://fal.ai/models/fal-ai/bytedance/seedance/v1.5/pro/text-to-video/api", readOn: "2026-04-08" },
  input: z.object({
    ...seedanceFields,
    resolution: resolution(["480p", "720p", "1080p"], "720p"),
    enable_safety_checker: safetyChecker(),
  }),
  output: "video.url",
  costUsd: ({ aspect_ratio, resolution, duration, generate_audio }) =>
    seedanceCost(resolution, aspect_ratio, duration) * (generate_audio ? 2.4 : 1.2),
});
