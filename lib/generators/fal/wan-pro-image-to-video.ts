import { defineGenerator, imageInput, modelSeed, promptFor, safetyChecker, z } from "../declare";

export const wanProImageToVideo = defineGenerator({
  provider: "fal",
  name: "fal-wan-pro-image-to-video",
  title: "Wan Pro from a picture",
  description: "Sets a picture in motion. Wan Pro by Alibaba, at fal.",
  vendor: "Alibaba",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "fal-ai/wan-pro/image-to-video",
  source: { page: "https://fal.ai/models/fal-ai/wan-pro/image-to-video/llms.txt", readOn: "2026-11-25" },
  input: z.object({
    prompt: promptFor("What happens in the video."),
    image: imageInput({ title: "Picture", description: "What to begin with.", wire: "image_url" }),
    seed: modelSeed(),
    enable_safety_checker: safetyChecker(),
  }),
  output: "video.url",
  costUsd: () => 0.8,
});
