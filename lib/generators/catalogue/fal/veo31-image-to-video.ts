import { aspectRatio, defineGenerator, z } from "@/lib/generators/contract/declare";
import { veoCost } from "./veo-cost";
import { veoImageFields } from "./veo-image-fields";
import { imageToAnimate } from "./video-fields";

export const veo31ImageToVideo = defineGenerator({
  provider: "fal",
  name: "fal-veo31-image-to-video",
  title: "Veo 3.1 Image to Video",
  description: "Animate an image, with audio, using Google's Veo 3.1, on fal.",
  vendor: "Google",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "fal-ai/veo3.1/image-to-video",
  source: { page: "https://fal.ai/models/fal-ai/veo3.1/image-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    ...veoImageFields,
    image: imageToAnimate("image_url"),
    aspect_ratio: aspectRatio(["auto", "9:16", "16:9"], "16:9"),
  }),
  output: "video.url",
  costUsd: veoCost,
});
