import { aspectRatio, defineGenerator, z } from "@/lib/generators/contract/declare";
import { ltxFields } from "./ltx-fields";
import { imageToAnimate, lastFrame } from "./video-fields";

export const ltx23ImageToVideo = defineGenerator({
  provider: "fal",
  name: "fal-ltx-23-image-to-video",
  title: "LTX 2.3 Pro Image to Video",
  description: "Animate an image, with audio, using Lightricks' LTX 2.3 Pro, on fal.",
  vendor: "Lightricks",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "fal-ai/ltx-2.3/image-to-video",
  source: { page: "https://fal.ai/models/fal-ai/ltx-2.3/image-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    ...ltxFields,
    image: imageToAnimate("image_url"),
    end_image: lastFrame("end_image_url").nullish(),
    aspect_ratio: aspectRatio(["auto", "16:9", "9:16"], "auto"),
  }),
  output: "video.url",
  costUsd: ({ duration, resolution }) => duration * { "1080p": 0.08, "1440p": 0.16, "2160p": 0.32 }[resolution],
});
