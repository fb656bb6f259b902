import { defineGenerator, flag, promptFor, whole, z } from "@/lib/generators/contract/declare";

export const elevenlabsMusicV25 = defineGenerator({
  provider: "fal",
  name: "fal-elevenlabs-music-v2-5",
  title: "ElevenLabs Music v2.5",
  description: "Compose songs of up to ten minutes from text, with or without vocals, using ElevenLabs Music v2.5, on fal.",
  vendor: "ElevenLabs",
  task: "music",
  artifactType: "audio",
  endpoint: "elevenlabs/music/v2.5",
  source: {
    page: "https://fal.ai/models/elevenlabs/music/v2.5/llms.txt",
    readOn: "2026-11-26",
    unverified: "the price is in fal's list; the inputs were read in code that calls it, not on its page",
  },
  input: z.object({
    prompt: promptFor("Describe the song: genre, mood, instruments, vocals."),
    music_length_ms: whole(3000, 600_000, 30_000, { title: "Length", description: "In milliseconds." }),
    force_instrumental: flag(false, { title: "Instrumental", description: "No vocals." }),
  }),
  output: "audio.url",
  costUsd: ({ music_length_ms }) =>
    // fal rounds up to the next minute.
    Math.ceil(music_length_ms / 60_000) * 0.6,
});
