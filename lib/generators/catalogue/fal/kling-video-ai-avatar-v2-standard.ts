import { defineGenerator, wordsOr, z } from "@/lib/generators/contract/declare";
import { portrait, speechAudio } from "./video-fields";

export const klingVideoAiAvatarV2Standard = defineGenerator({
  provider: "fal",
  name: "fal-kling-video-ai-avatar-v2-standard",
  title: "Kling Avatar 2.0 Standard",
  description: "Make a portrait speak an audio track with Kling Avatar 2.0 Standard, on fal.",
  vendor: "Kuaishou (Kling)",
  task: "talking-avatar",
  artifactType: "video",
  endpoint: "fal-ai/kling-video/ai-avatar/v2/standard",
  source: {
    page: "https://fal.ai/models/fal-ai/kling-video/ai-avatar/v2/standard/llms.txt",
    readOn: "2026-11-26",
    unverified: "the price is of 8 April 2026: no later copy of it was found",
  },
  input: z.object({
    prompt: wordsOr(".", { title: "Prompt", description: "How the character should act.", omit: ["", "."], format: "textarea" }).nullish(),
    image: portrait("image_url"),
    audio: speechAudio("audio_url"),
  }),
  output: "video.url",
  costUsd: ({ audio }, { seconds }) => 0.0562 * seconds(audio, 10),
});
