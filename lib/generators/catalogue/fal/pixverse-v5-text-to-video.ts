import {
  aspectRatio,
  defineGenerator,
  duration,
  has,
  modelSeed,
  negativePrompt,
  onlyWhile,
  optionalChoice,
  resolution,
  z,
} from "@/lib/generators/contract/declare";
import { videoPrompt } from "./video-fields";

export const pixverseV5TextToVideo = defineGenerator({
  provider: "fal",
  name: "fal-pixverse-v5-text-to-video",
  title: "PixVerse v5",
  description: "Generate short, stylized video from text with PixVerse v5, on fal.",
  vendor: "PixVerse",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "fal-ai/pixverse/v5/text-to-video",
  source: { page: "https://fal.ai/models/fal-ai/pixverse/v5/text-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: videoPrompt(),
    aspect_ratio: aspectRatio(["16:9", "4:3", "1:1", "3:4", "9:16"], "16:9"),
    resolution: resolution(["360p", "540p", "720p", "1080p"], "720p"),
    duration: duration(["5", "8"], "5"),
    style: optionalChoice(["anime", "3d_animation", "clay", "comic", "cyberpunk"], { title: "Style", description: "The visual style." }),
    negative_prompt: negativePrompt(""),
    seed: modelSeed(),
  }),
  // https://fal.ai/models/fal-ai/pixverse/v5/text-to-video/llms.txt limits 1080p to 5 seconds.
  rules: [onlyWhile(has("duration", "8"), "resolution", ["360p", "540p", "720p"], "1080p videos are limited to 5 seconds")],
  output: "video.url",
  costUsd: ({ duration, resolution }) => ({ "360p": 0.15, "540p": 0.15, "720p": 0.2, "1080p": 0.4 })[resolution] * (duration === "8" ? 2 : 1),
});
