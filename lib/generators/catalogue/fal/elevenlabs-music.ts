import { defineGenerator, flag, promptFor, whole, z } from "@/lib/generators/contract/declare";

export const elevenlabsMusic = defineGenerator({
  provider: "fal",
  name: "fal-elevenlabs-music",
  title: "ElevenLabs Music",
  description: "Compose songs from text, with or without vocals, using ElevenLabs Music, on fal.",
  vendor: "ElevenLabs",
  task: "music",
  artifactType: "audio",
  endpoint: "fal-ai/elevenlabs/music",
  source: { page: "https://fal.ai/models/fal-ai/elevenlabs/music/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: promptFor("Describe the song: genre, mood, instruments, vocals.", { max: 2000 }),
    music_length_ms: whole(3000, 600000, 30000, { title: "Length", description: "In milliseconds." }),
    force_instrumental: flag(false, { title: "Instrumental", description: "No vocals." }),
  }),
  output: "audio.url",
  // fal rounds up to the next minute.
  costUsd: ({ music_length_ms }) => Math.ceil(music_length_ms / 60000) * 0.6,
});
