import { defineGenerator, flag, has, promptFor, wordsOr, z } from "@/lib/generators/contract/declare";

export const minimaxMusicV26 = defineGenerator({
  provider: "fal",
  name: "fal-minimax-music-v2-6",
  title: "MiniMax Music 2.6",
  description: "Compose songs, with your lyrics or generated ones, using MiniMax Music 2.6, on fal.",
  vendor: "MiniMax",
  task: "music",
  artifactType: "audio",
  endpoint: "fal-ai/minimax-music/v2.6",
  source: { page: "https://fal.ai/models/fal-ai/minimax-music/v2.6/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: promptFor("Describe the style, mood, genre and scene.", { min: 10, max: 2000 }),
    is_instrumental: flag(false, { title: "Instrumental", description: "No vocals." }),
    lyrics: wordsOr(
      "",
      {
        title: "Lyrics",
        description: "The lyrics to sing, with tags such as [Verse] and [Chorus]. Leave empty to have them written.",
        format: "textarea",
        visibleWhen: { not: has("is_instrumental", true) },
      },
      3500,
    ),
  }),
  // Without lyrics fal writes them itself, but only when it is told to.
  request: (request) => (request.is_instrumental || request.lyrics ? request : { ...request, lyrics_optimizer: true }),
  output: "audio.url",
  costUsd: () => 0.15,
});
