import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { durationAsText } from "./duration-as-text";
import { seedanceCost } from "./seedance-cost";
import { seedanceFields } from "./seedance-fields";

export const bytedanceSeedanceV15ProTextToVideo = defineGenerator({
  provider: "fal",
  name: "fal-bytedance-seedance-v1-5-pro-text-to-video",
  title: "Seedance 1.5 Pro",
  description: "Generate video with audio from text using ByteDance's Seedance 1.5 Pro, on fal.",
  vendor: "ByteDance",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "fal-ai/bytedance/seedance/v1.5/pro/text-to-video",
  source: { page: "https://fal.ai/models/fal-ai/bytedance/seedance/v1.5/pro/text-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object(seedanceFields),
  request: durationAsText,
  output: "video.url",
  costUsd: ({ resolution, duration, generate_audio }) => seedanceCost(resolution, duration) * (generate_audio ? 2.4 : 1.2),
});
