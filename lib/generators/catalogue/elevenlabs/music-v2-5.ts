import { defineGenerator, flag, promptFor, whole, z } from "@/lib/generators/contract/declare";
import { usdPerSecond } from "./prices";
import { soundFormat } from "./speech-fields";

export const musicV25 = defineGenerator({
  provider: "elevenlabs",
  name: "elevenlabs-music-v2-5",
  title: "Eleven Music v2.5",
  description: "Compose music, with or without vocals, with Eleven Music v2.5, on ElevenLabs.",
  vendor: "ElevenLabs",
  task: "music",
  artifactType: "audio",
  endpoint: "music",
  source: { page: "https://elevenlabs.io/docs/api-reference/music/compose", readOn: "2026-11-26" },
  input: z.object({
    prompt: promptFor("Genre, mood, instruments and lyrics.", { max: 2000 }),
    music_length_ms: whole(3000, 600_000, 30_000, { title: "Length", description: "In milliseconds." }),
    force_instrumental: flag(false, { title: "Instrumental", description: "Leaves out vocals." }),
    output_format: soundFormat(),
  }),
  constants: { model_id: "music_v2_5" },
  output: "audio.url",
  costUsd: ({ music_length_ms }) => (music_length_ms / 1000) * usdPerSecond.music,
});
