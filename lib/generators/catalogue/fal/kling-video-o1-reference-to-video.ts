import { aspectRatio, defineGenerator, duration, promptFor, sourceImages, z } from "@/lib/generators/contract/declare";

export const klingVideoO1ReferenceToVideo = defineGenerator({
  provider: "fal",
  name: "fal-kling-video-o1-reference-to-video",
  title: "Kling O1 Reference to Video",
  description: "Generate video from reference images with Kling O1, on fal.",
  vendor: "Kuaishou (Kling)",
  task: "reference-to-video",
  artifactType: "video",
  endpoint: "fal-ai/kling-video/o1/reference-to-video",
  source: { page: "https://fal.ai/models/fal-ai/kling-video/o1/reference-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: promptFor("Describe the video. Refer to the images as @Image1, @Image2 and so on.", { max: 2500 }),
    image_urls: sourceImages(7),
    duration: duration(["3", "4", "5", "6", "7", "8", "9", "10"], "5"),
    aspect_ratio: aspectRatio(["16:9", "9:16", "1:1"], "16:9"),
  }),
  output: "video.url",
  costUsd: ({ duration }) => Number(duration) * 0.112,
});
