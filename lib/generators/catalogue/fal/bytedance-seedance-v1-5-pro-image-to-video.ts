import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { durationAsText } from "./duration-as-text";
import { seedanceCost } from "./seedance-cost";
import { seedanceFields } from "./seedance-fields";
import { imageToAnimate, lastFrame } from "./video-fields";

export const bytedanceSeedanceV15ProImageToVideo = defineGenerator({
  provider: "fal",
  name: "fal-bytedance-seedance-v1-5-pro-image-to-video",
  title: "Seedance 1.5 Pro Image to Video",
  description: "Animate an image, with audio, using ByteDance's Seedance 1.5 Pro, on fal.",
  vendor: "ByteDance",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "fal-ai/bytedance/seedance/v1.5/pro/image-to-video",
  source: { page: "https://fal.ai/models/fal-ai/bytedance/seedance/v1.5/pro/image-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    ...seedanceFields,
    image: imageToAnimate("image_url"),
    end_image: lastFrame("end_image_url").nullish(),
  }),
  request: durationAsText,
  output: "video.url",
  costUsd: ({ resolution, duration, generate_audio }) => seedanceCost(resolution, duration) * (generate_audio ? 2.4 : 1.2),
});
