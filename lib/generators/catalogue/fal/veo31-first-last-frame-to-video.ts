import { aspectRatio, defineGenerator, z } from "@/lib/generators/contract/declare";
import { veoCost } from "./veo-cost";
import { veoImageFields } from "./veo-image-fields";
import { firstFrame, lastFrame } from "./video-fields";

export const veo31FirstLastFrameToVideo = defineGenerator({
  provider: "fal",
  name: "fal-veo31-first-last-frame-to-video",
  title: "Veo 3.1 First and Last Frame",
  description: "Generate the video between two images, with audio, using Google's Veo 3.1, on fal.",
  vendor: "Google",
  task: "first-last-frame-to-video",
  artifactType: "video",
  endpoint: "fal-ai/veo3.1/first-last-frame-to-video",
  source: { page: "https://fal.ai/models/fal-ai/veo3.1/first-last-frame-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    ...veoImageFields,
    first_frame: firstFrame("first_frame_url"),
    last_frame: lastFrame("last_frame_url"),
    aspect_ratio: aspectRatio(["auto", "9:16", "16:9"], "auto"),
  }),
  output: "video.url",
  costUsd: veoCost,
});
