import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { firstFrame, videoPrompt } from "./video-fields";
import { wan26Fields } from "./wan-26-fields";

export const wan26ImageToVideo = defineGenerator({
  provider: "fal",
  name: "fal-wan-26-image-to-video",
  title: "Wan 2.6 Image to Video",
  description: "Animate an image in one or more shots with Alibaba's Wan 2.6, on fal.",
  vendor: "Alibaba",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "wan/v2.6/image-to-video",
  source: { page: "https://fal.ai/models/wan/v2.6/image-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: videoPrompt({ max: 800 }),
    image: firstFrame("image_url"),
    ...wan26Fields,
  }),
  output: "video.url",
  costUsd: ({ duration, resolution }) => Number(duration) * (resolution === "1080p" ? 0.15 : 0.1),
});
