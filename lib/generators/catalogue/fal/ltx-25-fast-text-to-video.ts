import { aspectRatio, defineGenerator, duration, has, onlyWhile, resolution, z } from "@/lib/generators/contract/declare";
import { ltx25Common } from "./ltx-25-fields";
import { framesPerSecond } from "./ltx-fields";
import { videoPrompt } from "./video-fields";

export const ltx25FastTextToVideo = defineGenerator({
  provider: "fal",
  name: "fal-ltx-25-fast-text-to-video",
  title: "LTX 2.5 Fast",
  description: "Generate video with audio from text, fast and in up to 4K, using Lightricks' LTX 2.5, on fal.",
  vendor: "Lightricks",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "lightricks/ltx-2.5/text-to-video/fast",
  source: { page: "https://fal.ai/models/lightricks/ltx-2.5/text-to-video/fast/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: videoPrompt({ max: 5000 }),
    aspect_ratio: aspectRatio(["16:9", "9:16"], "16:9"),
    duration: duration([6, 8, 10, 12, 14, 16, 18, 20, "auto"], 6),
    resolution: resolution(["720p", "1080p", "1440p", "2160p"], "1080p"),
    ...ltx25Common,
    fps: framesPerSecond([24, 25, 48, 50]),
  }),
  rules: [
    onlyWhile(has("duration", 12, 14, 16, 18, 20), "resolution", ["720p", "1080p"], "Videos over 10 seconds need 720p or 1080p"),
    onlyWhile(has("duration", 12, 14, 16, 18, 20), "fps", [24, 25], "Videos over 10 seconds need 24 or 25 frames per second"),
  ],
  output: "video.url",
  costUsd: ({ duration, resolution }) =>
    // A duration that the model chooses is priced at its longest.
    (duration === "auto" ? 20 : duration) * { "720p": 0.09, "1080p": 0.13, "1440p": 0.19, "2160p": 0.3 }[resolution],
});
