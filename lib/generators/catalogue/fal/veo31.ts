import { aspectRatio, defineGenerator, resolution, z } from "@/lib/generators/contract/declare";
import { veoCost } from "./veo-cost";
import { veoFields } from "./veo-fields";

export const veo31 = defineGenerator({
  provider: "fal",
  name: "fal-veo31",
  title: "Veo 3.1",
  description: "Generate video with audio from text using Google's Veo 3.1, on fal.",
  vendor: "Google",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "fal-ai/veo3.1",
  source: { page: "https://fal.ai/models/fal-ai/veo3.1/llms.txt", readOn: "2026-11-26" },
  model: "veo-3.1",
  input: z.object({
    ...veoFields,
    resolution: resolution(["720p", "1080p", "4k"], "720p"),
    aspect_ratio: aspectRatio(["9:16", "16:9"], "16:9"),
  }),
  output: "video.url",
  costUsd: veoCost,
});
