import { decimal, defineGenerator, guidanceScale, inferenceSteps, modelSeed, promptFor, words, z } from "@/lib/generators/contract/declare";

export const minimaxMusic3 = defineGenerator({
  provider: "fal",
  name: "fal-minimax-music-3",
  title: "MiniMax Music 3",
  description: "Compose complete songs of up to five minutes from a style and lyrics with MiniMax Music 3, on fal.",
  vendor: "MiniMax",
  task: "music",
  artifactType: "audio",
  endpoint: "minimax/music-3",
  source: { page: "https://fal.ai/models/minimax/music-3/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: promptFor("Describe the style, mood, vocals and instruments."),
    lyrics: words({
      title: "Lyrics",
      description: "The lyrics to sing, with tags such as [verse] and [chorus] on their own lines.",
      format: "textarea",
    }),
    duration: decimal(1, 300, 60, { title: "Duration", description: "The longest the song may be, in seconds." }),
    num_inference_steps: inferenceSteps(1, 100, 30),
    guidance_scale: guidanceScale(0, 20, 1.7),
    seed: modelSeed(),
  }),
  output: "audio.url",
  costUsd: ({ duration }) => duration * 0.002,
});
