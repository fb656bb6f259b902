import { aspectRatio, defineGenerator, duration, generateAudio, modelSeed, negativePrompt, promptFor, resolution, z } from "../declare";

export const veo31Lite = defineGenerator({
  provider: "fal",
  name: "fal-veo31-lite",
  title: "Veo 3.1 Lite",
  description: "Makes a video with sound from words at the lowest price of Veo, by Google, at fal.",
  vendor: "Google",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "fal-ai/veo3.1/lite",
  source: { page: "https://fal.ai/models/fal-ai/veo3.1/lite/api", readOn: "2026-04-08" },
  input: z.object({
    prompt: promptFor("What happens in the video."),
    aspect_ratio: aspectRatio(["16:9", "9:16"], "16:9"),
    duration: duration(["4s", "6s", "8s"], "8s"),
    resolution: resolution(["720p", "1080p"], "720p"),
    generate_audio: generateAudio(),
    negative_prompt: negativePrompt(null),
    seed: modelSeed(),
  }),
  output: "video.url",
  costUsd: ({ duration, resolution, generate_audio }) =>
    Number.parseInt(duration, 10) * (resolution === "1080p" ? 0.08 : 0.05) * (generate_audio ? 1 : 0.6),
});
