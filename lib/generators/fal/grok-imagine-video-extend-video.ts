import { defineGenerator, promptFor, seconds, videoInput, z } from "../declare";

export const grokImagineVideoExtendVideo = defineGenerator({
  provider: "fal",
  name: "fal-grok-imagine-video-extend-video",
  title: "Grok Imagine Extend",
  description: "Continues a video. Grok Imagine Extend by xAI, at fal.",
  vendor: "xAI",
  task: "video-extend",
  artifactType: "video",
  endpoint: "xai/grok-imagine-video/extend-video",
  source: { page: "https://fal.ai/models/xai/grok-imagine-video/extend-video/api", readOn: "2026-04-08" },
  input: z.object({
    prompt: promptFor("What happens in the video.", { max: 4096 }),
    video: videoInput({ title: "Video", description: "What to work on.", wire: "video_url" }),
    duration: seconds(2, 10, 6),
  }),
  output: "video.url",
  costUsd: ({ video, duration }, { seconds }) => 0.07 * duration + 0.01 * seconds(video, 6),
});
