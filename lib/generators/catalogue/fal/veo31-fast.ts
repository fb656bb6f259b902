import { aspectRatio, defineGenerator, resolution, z } from "@/lib/generators/contract/declare";
import { veoFastCost } from "./veo-cost";
import { veoFields } from "./veo-fields";

export const veo31Fast = defineGenerator({
  provider: "fal",
  name: "fal-veo31-fast",
  title: "Veo 3.1 Fast",
  description: "Generate video with audio from text using Google's Veo 3.1 Fast, on fal.",
  vendor: "Google",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "fal-ai/veo3.1/fast",
  source: { page: "https://fal.ai/models/fal-ai/veo3.1/fast/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    ...veoFields,
    resolution: resolution(["720p", "1080p", "4k"], "720p"),
    aspect_ratio: aspectRatio(["9:16", "16:9"], "16:9"),
  }),
  output: "video.url",
  costUsd: veoFastCost,
});
