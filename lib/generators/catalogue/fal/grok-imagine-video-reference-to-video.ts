import { aspectRatio, defineGenerator, imageInputs, resolution, seconds, z } from "@/lib/generators/contract/declare";
import { videoPrompt } from "./video-fields";

export const grokImagineVideoReferenceToVideo = defineGenerator({
  provider: "fal",
  name: "fal-grok-imagine-video-reference-to-video",
  title: "Grok Imagine Reference to Video",
  description: "Generate video from up to seven reference images with xAI's Grok Imagine, on fal.",
  vendor: "xAI",
  task: "reference-to-video",
  artifactType: "video",
  endpoint: "xai/grok-imagine-video/reference-to-video",
  source: { page: "https://fal.ai/models/xai/grok-imagine-video/reference-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: videoPrompt({ max: 4096 }),
    reference_images: imageInputs({
      title: "Reference images",
      description: "Refer to them in the prompt as @Image1, @Image2 and so on.",
      max: 7,
      wire: "reference_image_urls",
    }),
    duration: seconds(1, 10, 8),
    aspect_ratio: aspectRatio(["16:9", "4:3", "3:2", "1:1", "2:3", "3:4", "9:16"], "16:9"),
    resolution: resolution(["480p", "720p"], "480p"),
  }),
  output: "video.url",
  costUsd: ({ duration, resolution, reference_images }) => duration * (resolution === "720p" ? 0.07 : 0.05) + 0.002 * reference_images.length,
});
