import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { seedance25Cost, seedance25Fields } from "./seedance-25-fields";
import { firstFrame, lastFrame, videoPrompt } from "./video-fields";

export const seedance25ImageToVideo = defineGenerator({
  provider: "fal",
  name: "fal-seedance-2-5-image-to-video",
  title: "Seedance 2.5 Image to Video",
  description: "Animate an image, with audio and up to 30 seconds, using ByteDance's Seedance 2.5, on fal.",
  vendor: "ByteDance",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "bytedance/seedance-2.5/image-to-video",
  source: { page: "https://fal.ai/models/bytedance/seedance-2.5/image-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: videoPrompt(),
    image: firstFrame("image_url"),
    end_image: lastFrame("end_image_url").nullish(),
    ...seedance25Fields,
  }),
  output: "video.url",
  costUsd: (inputs) => seedance25Cost(inputs),
});
