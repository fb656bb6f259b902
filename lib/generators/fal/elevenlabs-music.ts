import { defineGenerator, flag, promptFor, whole, z } from "../declare";

export const elevenlabsMusic = defineGenerator({
  provider: "fal",
  name: "fal-elevenlabs-music",
  title: "ElevenLabs Music",
  description: "Composes songs with singing from words, with ElevenLabs Music, at fal.",
  vendor: "ElevenLabs",
  task: "music",
  artifactType: "audio",
  endpoint: "fal-ai/elevenlabs/music",
  source: { page: "https://fal.ai/models/fal-ai/elevenlabs/music/llms.txt", readOn: "2026-11-25" },
  input: z.object({
    prompt: promptFor("What it sounds like.", { max: 2000 }),
    music_length_ms: whole(3000, 600000, 30000, { title: "Length", description: "In milliseconds." }),
    force_instrumental: flag(false, { title: "Instrumental", description: "Without singing." }),
  }),
  output: "audio.url",
  // Every minute begun is charged.
  costUsd: ({ music_length_ms }) => Math.ceil(music_length_ms / 60000) * 0.8,
});
