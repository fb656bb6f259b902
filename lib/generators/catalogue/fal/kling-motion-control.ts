import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { klingMotionFields } from "./kling-motion-fields";

export const klingMotionControl = defineGenerator({
  provider: "fal",
  name: "fal-kling-motion-control",
  title: "Kling 2.6 Standard Motion Control",
  description: "Transfer motion from a video to a character with Kling 2.6 Standard, on fal.",
  vendor: "Kuaishou (Kling)",
  task: "motion-control",
  artifactType: "video",
  endpoint: "fal-ai/kling-video/v2.6/standard/motion-control",
  source: {
    page: "https://fal.ai/models/fal-ai/kling-video/v2.6/standard/motion-control/llms.txt",
    readOn: "2026-11-26",
  },
  input: z.object(klingMotionFields),
  output: "video.url",
  costUsd: ({ video_url }, { seconds }) => 0.07 * seconds(video_url, 10),
});
