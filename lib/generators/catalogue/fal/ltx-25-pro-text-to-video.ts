import { aspectRatio, defineGenerator, z } from "@/lib/generators/contract/declare";
import { ltx25ProCost, ltx25ProFields } from "./ltx-25-fields";
import { framesPerSecond } from "./ltx-fields";
import { videoPrompt } from "./video-fields";

export const ltx25ProTextToVideo = defineGenerator({
  provider: "fal",
  name: "fal-ltx-25-pro-text-to-video",
  title: "LTX 2.5 Pro",
  description: "Generate video with audio from text using Lightricks' LTX 2.5 Pro, on fal.",
  vendor: "Lightricks",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "lightricks/ltx-2.5/text-to-video/pro",
  source: { page: "https://fal.ai/models/lightricks/ltx-2.5/text-to-video/pro/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: videoPrompt({ max: 5000 }),
    aspect_ratio: aspectRatio(["16:9", "9:16"], "16:9"),
    ...ltx25ProFields,
    fps: framesPerSecond([24, 25, 50]),
  }),
  output: "video.url",
  costUsd: ltx25ProCost,
});
