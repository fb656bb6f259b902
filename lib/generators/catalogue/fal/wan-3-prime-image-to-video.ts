import { defineGenerator, optionalWords, z } from "@/lib/generators/contract/declare";
import { firstFrame, lastFrame } from "./video-fields";
import { wan3Fields, wan3PrimeCost } from "./wan-3-fields";

export const wan3PrimeImageToVideo = defineGenerator({
  provider: "fal",
  name: "fal-wan-3-prime-image-to-video",
  title: "Wan 3.0 Prime Image to Video",
  description: "Animate an image, with audio and up to 30 seconds, using Alibaba's Wan 3.0 Prime, on fal.",
  vendor: "Alibaba",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "alibaba/wan-3.0-prime/image-to-video",
  source: { page: "https://fal.ai/models/alibaba/wan-3.0-prime/image-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: optionalWords({ title: "Prompt", description: "Describe the motion.", format: "textarea" }, 5000),
    image: firstFrame("start_image_url"),
    end_image: lastFrame("end_image_url").nullish(),
    ...wan3Fields,
  }),
  output: "video.url",
  costUsd: wan3PrimeCost,
});
