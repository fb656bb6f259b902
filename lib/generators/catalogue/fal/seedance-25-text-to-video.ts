import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { seedance25Cost, seedance25Fields, seedance25Ratio } from "./seedance-25-fields";
import { videoPrompt } from "./video-fields";

export const seedance25TextToVideo = defineGenerator({
  provider: "fal",
  name: "fal-seedance-2-5-text-to-video",
  title: "Seedance 2.5",
  description: "Generate video with audio from text, up to 30 seconds in one shot, using ByteDance's Seedance 2.5, on fal.",
  vendor: "ByteDance",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "bytedance/seedance-2.5/text-to-video",
  source: { page: "https://fal.ai/models/bytedance/seedance-2.5/text-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: videoPrompt(),
    aspect_ratio: seedance25Ratio(),
    ...seedance25Fields,
  }),
  output: "video.url",
  costUsd: (inputs) => seedance25Cost(inputs),
});
