import { defineGenerator, generateAudio, z } from "@/lib/generators/contract/declare";
import { klingV3Fields, klingV3StandardUsd } from "./kling-v3-fields";
import { firstFrame, lastFrame } from "./video-fields";

export const klingVideoV3StandardImageToVideo = defineGenerator({
  provider: "fal",
  name: "fal-kling-video-v3-standard-image-to-video",
  title: "Kling 3.0 Standard Image to Video",
  description: "Animate an image, with audio, using Kling 3.0 Standard, on fal.",
  vendor: "Kuaishou (Kling)",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "fal-ai/kling-video/v3/standard/image-to-video",
  source: { page: "https://fal.ai/models/fal-ai/kling-video/v3/standard/image-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    ...klingV3Fields,
    start_frame: firstFrame("start_image_url"),
    end_frame: lastFrame("end_image_url").nullish(),
    generate_audio: generateAudio(),
  }),
  output: "video.url",
  costUsd: klingV3StandardUsd,
});
