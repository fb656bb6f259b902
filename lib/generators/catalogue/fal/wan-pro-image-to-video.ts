import { defineGenerator, modelSeed, safetyChecker, z } from "@/lib/generators/contract/declare";
import { imageToAnimate, videoPrompt } from "./video-fields";

export const wanProImageToVideo = defineGenerator({
  provider: "fal",
  name: "fal-wan-pro-image-to-video",
  title: "Wan 2.1 Pro Image to Video",
  description: "Animate an image in 1080p with Alibaba's Wan 2.1 Pro, on fal.",
  vendor: "Alibaba",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "fal-ai/wan-pro/image-to-video",
  source: { page: "https://fal.ai/models/fal-ai/wan-pro/image-to-video/llms.txt", readOn: "2026-11-25" },
  input: z.object({
    prompt: videoPrompt(),
    image: imageToAnimate("image_url"),
    seed: modelSeed(),
    enable_safety_checker: safetyChecker(),
  }),
  output: "video.url",
  costUsd: () => 0.8,
});
