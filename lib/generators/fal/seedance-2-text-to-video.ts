import { defineGenerator, promptFor, z } from "../declare";
import { seedance2Cost, seedance2Fields } from "./seedance-2-fields";

export const seedance2TextToVideo = defineGenerator({
  provider: "fal",
  name: "fal-seedance-2-text-to-video",
  title: "Seedance 2",
  description: "Makes a video with sound from words, with Seedance 2 by ByteDance, at fal.",
  vendor: "ByteDance",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "bytedance/seedance-2.0/text-to-video",
  source: { page: "https://fal.ai/models/bytedance/seedance-2.0/text-to-video/llms.txt", readOn: "2026-11-25" },
  model: "seedance-2",
  input: z.object({
    prompt: promptFor("What happens in the video."),
    ...seedance2Fields,
  }),
  output: "video.url",
  costUsd: seedance2Cost,
});
