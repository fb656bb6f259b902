import { defineGenerator, promptFor, words, z } from "@/lib/generators/contract/declare";
import { musicSetting } from "./minimax-fields";

export const minimaxMusicV2 = defineGenerator({
  provider: "fal",
  name: "fal-minimax-music-v2",
  title: "MiniMax Music 2.0",
  description: "Compose songs from a style and lyrics with MiniMax Music 2.0, on fal.",
  vendor: "MiniMax",
  task: "music",
  artifactType: "audio",
  endpoint: "fal-ai/minimax-music/v2",
  source: {
    page: "https://fal.ai/models/fal-ai/minimax-music/v2/llms.txt",
    readOn: "2026-11-26",
    unverified: "the price is of 8 April 2026: no later copy of it was found",
  },
  input: z.object({
    prompt: promptFor("Describe the style, mood and scene.", { min: 10, max: 300 }),
    lyrics_prompt: words(
      { title: "Lyrics", description: "The lyrics to sing, with tags such as [Verse] and [Chorus].", format: "textarea" },
      3000,
      10,
    ),
    audio_setting: musicSetting().nullish(),
  }),
  output: "audio.url",
  costUsd: () => 0.03,
});
