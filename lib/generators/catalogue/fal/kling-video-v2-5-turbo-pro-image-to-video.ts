import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { klingFields } from "./kling-fields";
import { firstFrame } from "./video-fields";

export const klingVideoV25TurboProImageToVideo = defineGenerator({
  provider: "fal",
  name: "fal-kling-video-v2-5-turbo-pro-image-to-video",
  title: "Kling 2.5 Turbo Pro Image to Video",
  description: "Animate an image with Kling 2.5 Turbo Pro, on fal.",
  vendor: "Kuaishou (Kling)",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "fal-ai/kling-video/v2.5-turbo/pro/image-to-video",
  source: { page: "https://fal.ai/models/fal-ai/kling-video/v2.5-turbo/pro/image-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    ...klingFields,
    image_url: firstFrame(),
  }),
  output: "video.url",
  costUsd: ({ duration }) => Number(duration) * 0.07,
});
