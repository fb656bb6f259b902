import { audioInput, defineGenerator, imageInput, wordsOr, z } from "../declare";

export const klingVideoAiAvatarV2Standard = defineGenerator({
  provider: "fal",
  name: "fal-kling-video-ai-avatar-v2-standard",
  title: "Kling Avatar 2 Standard",
  description: "Lets a portrait speak a recording. Kling Avatar 2 Standard by Kuaishou, at fal.",
  vendor: "Kuaishou (Kling)",
  task: "talking-avatar",
  artifactType: "video",
  endpoint: "fal-ai/kling-video/ai-avatar/v2/standard",
  source: { page: "https://fal.ai/models/fal-ai/kling-video/ai-avatar/v2/standard/api", readOn: "2026-04-08" },
  input: z.object({
    prompt: wordsOr(".", { title: "Prompt", description: "How the portrait behaves.", omit: ["", "."], format: "textarea" }).nullish(),
    image: imageInput({ title: "Portrait", description: "Who speaks.", wire: "image_url" }),
    audio: audioInput({ title: "Speech", description: "What is said.", wire: "audio_url" }),
  }),
  output: "video.url",
  costUsd: ({ audio }, { seconds }) => 0.0562 * seconds(audio, 10),
});
