import { audioInput, defineGenerator, imageInput, wordsOr, z } from "../declare";

export const klingVideoAiAvatarV2Pro = defineGenerator({
  provider: "fal",
  name: "fal-kling-video-ai-avatar-v2-pro",
  title: "Kling Avatar 2 Pro",
  description: "Lets a portrait speak a recording. Kling Avatar 2 Pro by Kuaishou, at fal.",
  vendor: "Kuaishou (Kling)",
  task: "talking-avatar",
  artifactType: "video",
  endpoint: "fal-ai/kling-video/ai-avatar/v2/pro",
  source: { page: "https://fal.ai/models/fal-ai/kling-video/ai-avatar/v2/pro/llms.txt", readOn: "2026-11-25" },
  input: z.object({
    prompt: wordsOr(".", { title: "Prompt", description: "What happens in the video.", format: "textarea" }),
    image: imageInput({ title: "Portrait", description: "Who speaks.", wire: "image_url" }),
    audio: audioInput({ title: "Speech", description: "What is said.", wire: "audio_url" }),
  }),
  output: "video.url",
  costUsd: ({ audio }, { seconds }) => 0.115 * seconds(audio, 10),
});
