import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { seedance2Cost, seedance2Fields } from "./seedance-2-fields";
import { firstFrame, lastFrame, videoPrompt } from "./video-fields";

export const seedance2ImageToVideo = defineGenerator({
  provider: "fal",
  name: "fal-seedance-2-image-to-video",
  title: "Seedance 2.0 Image to Video",
  description: "Animate an image, with audio, using ByteDance's Seedance 2.0, on fal.",
  vendor: "ByteDance",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "bytedance/seedance-2.0/image-to-video",
  source: { page: "https://fal.ai/models/bytedance/seedance-2.0/image-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: videoPrompt(),
    image: firstFrame("image_url"),
    end_image: lastFrame("end_image_url").nullish(),
    ...seedance2Fields,
  }),
  output: "video.url",
  costUsd: seedance2Cost,
});
