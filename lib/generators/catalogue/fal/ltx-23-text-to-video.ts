import { aspectRatio, defineGenerator, z } from "@/lib/generators/contract/declare";
import { ltxFields } from "./ltx-fields";

export const ltx23TextToVideo = defineGenerator({
  provider: "fal",
  name: "fal-ltx-23-text-to-video",
  title: "LTX 2.3 Pro",
  description: "Generate video with audio from text using Lightricks' LTX 2.3 Pro, on fal.",
  vendor: "Lightricks",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "fal-ai/ltx-2.3/text-to-video",
  source: { page: "https://fal.ai/models/fal-ai/ltx-2.3/text-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    ...ltxFields,
    aspect_ratio: aspectRatio(["16:9", "9:16"], "16:9"),
  }),
  output: "video.url",
  costUsd: ({ duration, resolution }) => duration * { "1080p": 0.08, "1440p": 0.16, "2160p": 0.32 }[resolution],
});
