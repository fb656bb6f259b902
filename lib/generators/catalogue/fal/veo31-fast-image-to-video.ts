import { aspectRatio, defineGenerator, z } from "@/lib/generators/contract/declare";
import { veoFastCost } from "./veo-cost";
import { veoImageFields } from "./veo-image-fields";
import { imageToAnimate } from "./video-fields";

export const veo31FastImageToVideo = defineGenerator({
  provider: "fal",
  name: "fal-veo31-fast-image-to-video",
  title: "Veo 3.1 Fast Image to Video",
  description: "Animate an image, with audio, using Google's Veo 3.1 Fast, on fal.",
  vendor: "Google",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "fal-ai/veo3.1/fast/image-to-video",
  source: { page: "https://fal.ai/models/fal-ai/veo3.1/fast/image-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    ...veoImageFields,
    image: imageToAnimate("image_url"),
    aspect_ratio: aspectRatio(["auto", "9:16", "16:9"], "auto"),
  }),
  output: "video.url",
  costUsd: veoFastCost,
});
