import { aspectRatio, defineGenerator, duration, modelSeed, negativePrompt, optionalChoice, promptFor, resolution, z } from "../declare";

export const pixverseV5TextToVideo = defineGenerator({
  provider: "fal",
  name: "fal-pixverse-v5-text-to-video",
  title: "PixVerse 5",
  description: "Makes a short video in a style of choice from words, with PixVerse 5, at fal.",
  vendor: "PixVerse",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "fal-ai/pixverse/v5/text-to-video",
  source: { page: "https://fal.ai/models/fal-ai/pixverse/v5/text-to-video/api", readOn: "2026-04-08" },
  input: z.object({
    prompt: promptFor("What happens in the video."),
    aspect_ratio: aspectRatio(["16:9", "4:3", "1:1", "3:4", "9:16"], "16:9"),
    resolution: resolution(["360p", "540p", "720p", "1080p"], "720p"),
    duration: duration(["5", "8"], "5"),
    style: optionalChoice(["anime", "3d_animation", "clay", "comic", "cyberpunk"], { title: "Style", description: "The look of it." }),
    negative_prompt: negativePrompt(""),
    seed: modelSeed(),
  }),
  output: "video.url",
  costUsd: ({ duration, resolution }) => ({ "360p": 0.15, "540p": 0.15, "720p": 0.2, "1080p": 0.4 })[resolution] * (duration === "8" ? 2 : 1),
});
