import { defineGenerator, wordsOr, z } from "@/lib/generators/contract/declare";
import { portrait, speechAudio } from "./video-fields";

export const klingVideoAiAvatarV2Pro = defineGenerator({
  provider: "fal",
  name: "fal-kling-video-ai-avatar-v2-pro",
  title: "Kling Avatar 2.0 Pro",
  description: "Make a portrait speak an audio track with Kling Avatar 2.0 Pro, on fal.",
  vendor: "Kuaishou (Kling)",
  task: "talking-avatar",
  artifactType: "video",
  endpoint: "fal-ai/kling-video/ai-avatar/v2/pro",
  source: { page: "https://fal.ai/models/fal-ai/kling-video/ai-avatar/v2/pro/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: wordsOr(".", { title: "Prompt", description: "How the character should act.", format: "textarea" }),
    image: portrait("image_url"),
    audio: speechAudio("audio_url"),
  }),
  output: "video.url",
  costUsd: ({ audio }, { seconds }) => 0.115 * seconds(audio, 10),
});
