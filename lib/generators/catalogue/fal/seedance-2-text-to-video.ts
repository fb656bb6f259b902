import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { seedance2Cost, seedance2Fields } from "./seedance-2-fields";
import { videoPrompt } from "./video-fields";

export const seedance2TextToVideo = defineGenerator({
  provider: "fal",
  name: "fal-seedance-2-text-to-video",
  title: "Seedance 2.0",
  description: "Generate video with audio from text using ByteDance's Seedance 2.0, on fal.",
  vendor: "ByteDance",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "bytedance/seedance-2.0/text-to-video",
  source: { page: "https://fal.ai/models/bytedance/seedance-2.0/text-to-video/llms.txt", readOn: "2026-11-26" },
  model: "seedance-2",
  input: z.object({
    prompt: videoPrompt(),
    ...seedance2Fields,
  }),
  output: "video.url",
  costUsd: seedance2Cost,
});
