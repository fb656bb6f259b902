import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { klingMotionFields } from "./kling-motion-fields";

export const klingVideoV26ProMotionControl = defineGenerator({
  provider: "fal",
  name: "fal-kling-video-v26-pro-motion-control",
  title: "Kling 2.6 Pro Motion Control",
  description: "Transfer motion from a video to a character with Kling 2.6 Pro, on fal.",
  vendor: "Kuaishou (Kling)",
  task: "motion-control",
  artifactType: "video",
  endpoint: "fal-ai/kling-video/v2.6/pro/motion-control",
  source: { page: "https://fal.ai/models/fal-ai/kling-video/v2.6/pro/motion-control/llms.txt", readOn: "2026-11-25" },
  input: z.object(klingMotionFields),
  output: "video.url",
  costUsd: ({ video_url }, { seconds }) => 0.112 * seconds(video_url, 10),
});
