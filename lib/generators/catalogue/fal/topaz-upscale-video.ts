import { decimal, defineGenerator, videoInput, z } from "@/lib/generators/contract/declare";

export const topazUpscaleVideo = defineGenerator({
  provider: "fal",
  name: "fal-topaz-upscale-video",
  title: "Topaz Video Upscale",
  description: "Upscale a video and smooth its motion with Topaz, on fal.",
  vendor: "Topaz Labs",
  task: "video-upscale",
  artifactType: "video",
  endpoint: "fal-ai/topaz/upscale/video",
  source: { page: "https://fal.ai/models/fal-ai/topaz/upscale/video/llms.txt", readOn: "2026-11-25" },
  input: z.object({
    video: videoInput({ title: "Video", description: "The video to upscale.", wire: "video_url" }),
    upscale_factor: decimal(1, 4, 2, { title: "Upscale factor", description: "2 doubles width and height." }),
    target_fps: z
      .int()
      .min(16)
      .max(60)
      .nullish()
      .meta({ title: "Target frame rate", description: "Interpolates frames. Leave empty to keep the original rate." }),
  }),
  output: "video.url",
  // The price above 1080p: the size of the input is not known here.
  costUsd: ({ video, target_fps }, { seconds }) => 0.08 * seconds(video, 10) * (target_fps === 60 ? 2 : 1),
});
