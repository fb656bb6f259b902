import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { geminiOmniCost, geminiOmniFields } from "./gemini-omni-fields";
import { firstFrame, lastFrame, videoPrompt } from "./video-fields";

export const geminiOmniFlashImageToVideo = defineGenerator({
  provider: "fal",
  name: "fal-gemini-omni-flash-image-to-video",
  title: "Gemini Omni 1.1 Flash Image to Video",
  description: "Animate an image, with audio and in up to 4K, using Google's Gemini Omni 1.1 Flash, on fal.",
  vendor: "Google",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "google/gemini-omni-flash/v1.1/image-to-video",
  source: { page: "https://fal.ai/models/google/gemini-omni-flash/v1.1/image-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: videoPrompt(),
    image: firstFrame("image_url"),
    end_image: lastFrame("end_image_url").nullish(),
    ...geminiOmniFields,
  }),
  output: "video.url",
  costUsd: geminiOmniCost,
});
