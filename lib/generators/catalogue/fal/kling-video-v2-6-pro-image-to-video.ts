import { decimal, defineGenerator, generateAudio, unused, z } from "@/lib/generators/contract/declare";
import { klingFields } from "./kling-fields";
import { firstFrame, lastFrame } from "./video-fields";

export const klingVideoV26ProImageToVideo = defineGenerator({
  provider: "fal",
  name: "fal-kling-video-v2-6-pro-image-to-video",
  title: "Kling 2.6 Pro Image to Video",
  description: "Animate an image, with audio, using Kling 2.6 Pro, on fal.",
  vendor: "Kuaishou (Kling)",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "fal-ai/kling-video/v2.6/pro/image-to-video",
  source: { page: "https://fal.ai/models/fal-ai/kling-video/v2.6/pro/image-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    ...klingFields,
    image_url: firstFrame("start_image_url"),
    end_image_url: lastFrame().nullish(),
    generate_audio: generateAudio(),
    cfg_scale: decimal(0, 1, 0.5, { ...unused, title: "Guidance" }),
  }),
  output: "video.url",
  costUsd: ({ duration, generate_audio }) => Number(duration) * (generate_audio ? 0.14 : 0.07),
});
