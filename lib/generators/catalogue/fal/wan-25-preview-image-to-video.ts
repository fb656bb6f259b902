import { defineGenerator, duration, z } from "@/lib/generators/contract/declare";
import { imageToAnimate } from "./video-fields";
import { wan25Fields } from "./wan-25-fields";

export const wan25PreviewImageToVideo = defineGenerator({
  provider: "fal",
  name: "fal-wan-25-preview-image-to-video",
  title: "Wan 2.5 Image to Video",
  description: "Animate an image with Alibaba's Wan 2.5, on fal.",
  vendor: "Alibaba",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "fal-ai/wan-25-preview/image-to-video",
  source: { page: "https://fal.ai/models/fal-ai/wan-25-preview/image-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    ...wan25Fields,
    image: imageToAnimate("image_url"),
    duration: duration(["5", "10"], "5"),
  }),
  output: "video.url",
  costUsd: ({ duration, resolution }) => Number(duration) * { "480p": 0.05, "720p": 0.1, "1080p": 0.15 }[resolution],
});
