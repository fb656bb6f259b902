import { defineGenerator, generateAudio, z } from "@/lib/generators/contract/declare";
import { klingV3Fields, klingV3ProUsd } from "./kling-v3-fields";
import { firstFrame, lastFrame } from "./video-fields";

export const klingVideoV3ProImageToVideo = defineGenerator({
  provider: "fal",
  name: "fal-kling-video-v3-pro-image-to-video",
  title: "Kling 3.0 Pro Image to Video",
  description: "Animate an image, with audio, using Kling 3.0 Pro, on fal.",
  vendor: "Kuaishou (Kling)",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "fal-ai/kling-video/v3/pro/image-to-video",
  source: { page: "https://fal.ai/models/fal-ai/kling-video/v3/pro/image-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    ...klingV3Fields,
    image_url: firstFrame("start_image_url"),
    end_image: lastFrame("end_image_url").nullish(),
    generate_audio: generateAudio(),
  }),
  output: "video.url",
  costUsd: klingV3ProUsd,
});
