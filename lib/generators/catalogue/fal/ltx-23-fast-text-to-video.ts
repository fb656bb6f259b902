import { aspectRatio, defineGenerator, duration, generateAudio, has, onlyWhile, resolution, z } from "@/lib/generators/contract/declare";
import { videoPrompt } from "./video-fields";

export const ltx23FastTextToVideo = defineGenerator({
  provider: "fal",
  name: "fal-ltx-23-fast-text-to-video",
  title: "LTX 2.3 Fast",
  description: "Generate video with audio from text, fast, using Lightricks' LTX 2.3, on fal.",
  vendor: "Lightricks",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "fal-ai/ltx-2.3/text-to-video/fast",
  source: { page: "https://fal.ai/models/fal-ai/ltx-2.3/text-to-video/fast/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: videoPrompt(),
    duration: duration([6, 8, 10, 12, 14, 16, 18, 20], 6),
    resolution: resolution(["1080p", "1440p", "2160p"], "1080p"),
    aspect_ratio: aspectRatio(["16:9", "9:16"], "16:9"),
    generate_audio: generateAudio(),
  }),
  // Its page: more than 10 seconds need 1080p, at fal's default of 25 frames per second.
  rules: [onlyWhile(has("duration", 12, 14, 16, 18, 20), "resolution", ["1080p"], "Videos over 10 seconds need 1080p")],
  output: "video.url",
  costUsd: ({ duration, resolution }) => duration * { "1080p": 0.06, "1440p": 0.12, "2160p": 0.24 }[resolution],
});
