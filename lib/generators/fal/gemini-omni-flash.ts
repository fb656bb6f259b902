import { aspectRatio, defineGenerator, seconds, z } from "../declare";
import { videoPrompt } from "./video-fields";

export const geminiOmniFlash = defineGenerator({
  provider: "fal",
  name: "fal-gemini-omni-flash",
  title: "Gemini Omni Flash",
  description: "Generate 720p video with audio from text using Google's Gemini Omni Flash, on fal.",
  vendor: "Google",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "google/gemini-omni-flash",
  source: { page: "https://fal.ai/models/google/gemini-omni-flash/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: videoPrompt(),
    aspect_ratio: aspectRatio(["16:9", "9:16"], "16:9"),
    duration: seconds(3, 10, 8),
  }),
  output: "video.url",
  costUsd: ({ duration }) => duration * 0.125,
});
