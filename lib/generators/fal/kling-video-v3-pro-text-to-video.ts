import { aspectRatio, defineGenerator, generateAudio, z } from "../declare";
import { klingFields, longDuration } from "./kling-fields";

export const klingVideoV3ProTextToVideo = defineGenerator({
  provider: "fal",
  name: "fal-kling-video-v3-pro-text-to-video",
  title: "Kling 3 Pro",
  description: "Makes a video from words. Kling 3 Pro by Kuaishou, at fal.",
  vendor: "Kuaishou (Kling)",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "fal-ai/kling-video/v3/pro/text-to-video",
  source: { page: "https://fal.ai/models/fal-ai/kling-video/v3/pro/text-to-video/llms.txt", readOn: "2026-11-25" },
  input: z.object({
    ...klingFields,
    duration: longDuration(),
    aspect_ratio: aspectRatio(["16:9", "9:16", "1:1"], "16:9"),
    generate_audio: generateAudio(),
  }),
  output: "video.url",
  costUsd: ({ duration, generate_audio }) => (generate_audio ? 0.168 : 0.112) * Number(duration),
});
