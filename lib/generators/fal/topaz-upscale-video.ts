import { decimal, defineGenerator, videoInput, z } from "../declare";

export const topazUpscaleVideo = defineGenerator({
  provider: "fal",
  name: "fal-topaz-upscale-video",
  title: "Topaz Video Upscale",
  description: "Makes a video larger, sharper and smoother, with Topaz, at fal.",
  vendor: "Topaz Labs",
  task: "video-upscale",
  artifactType: "video",
  endpoint: "fal-ai/topaz/upscale/video",
  source: { page: "https://fal.ai/models/fal-ai/topaz/upscale/video/llms.txt", readOn: "2026-11-25" },
  input: z.object({
    video: videoInput({ title: "Video", description: "What to work on.", wire: "video_url" }),
    upscale_factor: decimal(1, 4, 2, { title: "Enlargement", description: "Times as wide and high." }),
    target_fps: z
      .int()
      .min(16)
      .max(60)
      .nullish()
      .meta({ title: "Frames a second", description: "Adds frames in between; empty leaves them as they are." }),
  }),
  output: "video.url",
  // The price of more than 1080p; how large the video is, is not known here.
  costUsd: ({ video, target_fps }, { seconds }) => 0.08 * seconds(video, 10) * (target_fps === 60 ? 2 : 1),
});
