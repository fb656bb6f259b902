import { aspectRatio, defineGenerator, resolution, z } from "@/lib/generators/contract/declare";
import { unlisted } from "./unlisted";
import { veoCost } from "./veo-cost";
import { veoFields } from "./veo-fields";

export const veo3 = defineGenerator({
  provider: "fal",
  name: "fal-veo3",
  title: "Veo 3",
  description: "Generate video with audio from text using Google's Veo 3, on fal.",
  vendor: "Google",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "fal-ai/veo3",
  source: { page: "https://fal.ai/models/fal-ai/veo3/api", readOn: "2026-04-08", unverified: "fal no longer lists this model" },
  deprecated: unlisted("fal-veo31"),
  input: z.object({
    ...veoFields,
    resolution: resolution(["720p", "1080p"], "720p"),
    aspect_ratio: aspectRatio(["9:16", "16:9"], "16:9"),
  }),
  output: "video.url",
  costUsd: veoCost,
});
