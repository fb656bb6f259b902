import { aspectRatio, defineGenerator, generateAudio, z } from "../declare";
import { klingFields, longDuration } from "./kling-fields";

export const klingVideoV3StandardTextToVideo = defineGenerator({
  provider: "fal",
  name: "fal-kling-video-v3-standard-text-to-video",
  title: "Kling 3 Standard",
  description: "Makes a video with sound from words, with Kling 3 Standard, at fal.",
  vendor: "Kuaishou (Kling)",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "fal-ai/kling-video/v3/standard/text-to-video",
  source: { page: "https://fal.ai/models/fal-ai/kling-video/v3/standard/text-to-video/llms.txt", readOn: "2026-11-25" },
  input: z.object({
    ...klingFields,
    duration: longDuration(),
    aspect_ratio: aspectRatio(["16:9", "9:16", "1:1"], "16:9"),
    generate_audio: generateAudio(),
  }),
  output: "video.url",
  costUsd: ({ duration, generate_audio }) => Number(duration) * (generate_audio ? 0.126 : 0.084),
});
