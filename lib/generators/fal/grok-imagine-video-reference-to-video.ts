import { aspectRatio, defineGenerator, imageInputs, promptFor, resolution, seconds, z } from "../declare";

export const grokImagineVideoReferenceToVideo = defineGenerator({
  provider: "fal",
  name: "fal-grok-imagine-video-reference-to-video",
  title: "Grok Imagine from references",
  description: "Makes a video with what reference pictures show. Grok Imagine by xAI, at fal.",
  vendor: "xAI",
  task: "reference-to-video",
  artifactType: "video",
  endpoint: "xai/grok-imagine-video/reference-to-video",
  source: { page: "https://fal.ai/models/xai/grok-imagine-video/reference-to-video/llms.txt", readOn: "2026-11-25" },
  input: z.object({
    prompt: promptFor("What happens in the video.", { max: 4096 }),
    reference_images: imageInputs({
      title: "References",
      description: "Pictures of what should appear; @Image1 in the prompt is the first.",
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
