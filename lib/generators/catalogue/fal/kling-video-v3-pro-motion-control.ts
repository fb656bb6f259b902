import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { klingMotionFields } from "./kling-motion-fields";

export const klingVideoV3ProMotionControl = defineGenerator({
  provider: "fal",
  name: "fal-kling-video-v3-pro-motion-control",
  title: "Kling 3.0 Pro Motion Control",
  description: "Transfer motion from a video to a character with Kling 3.0 Pro, on fal.",
  vendor: "Kuaishou (Kling)",
  task: "motion-control",
  artifactType: "video",
  endpoint: "fal-ai/kling-video/v3/pro/motion-control",
  source: { page: "https://fal.ai/models/fal-ai/kling-video/v3/pro/motion-control/llms.txt", readOn: "2026-11-26" },
  input: z.object(klingMotionFields),
  output: "video.url",
  costUsd: ({ video_url }, { seconds }) => 0.168 * seconds(video_url, 10),
});
