import { defineGenerator, promptFor, seconds, videoInput, z } from "@/lib/generators/contract/declare";

export const grokImagineVideoExtendVideo = defineGenerator({
  provider: "fal",
  name: "fal-grok-imagine-video-extend-video",
  title: "Grok Imagine Extend Video",
  description: "Extend a video with xAI's Grok Imagine, on fal.",
  vendor: "xAI",
  task: "video-extend",
  artifactType: "video",
  endpoint: "xai/grok-imagine-video/extend-video",
  source: { page: "https://fal.ai/models/xai/grok-imagine-video/extend-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: promptFor("Describe what happens next.", { max: 4096 }),
    video: videoInput({ title: "Video", description: "The video to extend: MP4, 2 to 15 seconds.", wire: "video_url" }),
    duration: seconds(2, 10, 6),
  }),
  output: "video.url",
  costUsd: ({ video, duration }, { seconds }) => 0.07 * duration + 0.01 * seconds(video, 6),
});
