import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { geminiOmniCost, geminiOmniFields } from "./gemini-omni-fields";
import { videoPrompt } from "./video-fields";

export const geminiOmniFlash = defineGenerator({
  provider: "fal",
  name: "fal-gemini-omni-flash",
  title: "Gemini Omni 1.1 Flash",
  description: "Generate video with audio from text in up to 4K using Google's Gemini Omni 1.1 Flash, on fal.",
  vendor: "Google",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "google/gemini-omni-flash/v1.1/text-to-video",
  source: { page: "https://fal.ai/models/google/gemini-omni-flash/v1.1/text-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: videoPrompt(),
    ...geminiOmniFields,
  }),
  output: "video.url",
  costUsd: geminiOmniCost,
});
