import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { pixverseV6Cost, pixverseV6Fields } from "./pixverse-v6-fields";
import { firstFrame, videoPrompt } from "./video-fields";

export const pixverseV6ImageToVideo = defineGenerator({
  provider: "fal",
  name: "fal-pixverse-v6-image-to-video",
  title: "PixVerse v6 Image to Video",
  description: "Animate an image, with optional audio and multiple shots, using PixVerse v6, on fal.",
  vendor: "PixVerse",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "fal-ai/pixverse/v6/image-to-video",
  source: { page: "https://fal.ai/models/fal-ai/pixverse/v6/image-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: videoPrompt(),
    image: firstFrame("image_url"),
    ...pixverseV6Fields,
  }),
  output: "video.url",
  costUsd: pixverseV6Cost,
});
