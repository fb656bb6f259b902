import { aspectRatio, defineGenerator, duration, generateAudio, modelSeed, negativePrompt, resolution, z } from "@/lib/generators/contract/declare";
import { veoLiteCost } from "./veo-cost";
import { videoPrompt } from "./video-fields";

export const veo31Lite = defineGenerator({
  provider: "fal",
  name: "fal-veo31-lite",
  title: "Veo 3.1 Lite",
  description: "Generate video with audio from text at Veo's lowest price, using Google's Veo 3.1 Lite, on fal.",
  vendor: "Google",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "fal-ai/veo3.1/lite",
  source: { page: "https://fal.ai/models/fal-ai/veo3.1/lite/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: videoPrompt(),
    aspect_ratio: aspectRatio(["16:9", "9:16"], "16:9"),
    duration: duration(["4s", "6s", "8s"], "8s"),
    resolution: resolution(["720p", "1080p"], "720p"),
    generate_audio: generateAudio(),
    negative_prompt: negativePrompt(null),
    seed: modelSeed(),
  }),
  output: "video.url",
  costUsd: veoLiteCost,
});
