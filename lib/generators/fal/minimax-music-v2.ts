import { defineGenerator, promptFor, words, z } from "../declare";
import { musicSetting } from "./minimax-fields";

export const minimaxMusicV2 = defineGenerator({
  provider: "fal",
  name: "fal-minimax-music-v2",
  title: "MiniMax Music 2",
  description: "Composes music from words. MiniMax Music 2 by MiniMax, at fal.",
  vendor: "MiniMax",
  task: "music",
  artifactType: "audio",
  endpoint: "fal-ai/minimax-music/v2",
  source: { page: "https://fal.ai/models/fal-ai/minimax-music/v2/api", readOn: "2026-04-08" },
  input: z.object({
    prompt: promptFor("What it sounds like.", { min: 10, max: 300 }),
    lyrics_prompt: words({ title: "Lyrics", description: "The words that are sung.", format: "textarea" }, 3000, 10),
    audio_setting: musicSetting().nullish(),
  }),
  output: "audio.url",
  costUsd: () => 0.03,
});
