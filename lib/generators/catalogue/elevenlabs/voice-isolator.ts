import { audioInput, defineGenerator, z } from "@/lib/generators/contract/declare";
import { usdPerSecond } from "./prices";

export const voiceIsolator = defineGenerator({
  provider: "elevenlabs",
  name: "elevenlabs-voice-isolator",
  title: "ElevenLabs Voice Isolator",
  description: "Remove noise and music from a recording and keep the voice, on ElevenLabs.",
  vendor: "ElevenLabs",
  task: "audio-isolation",
  artifactType: "audio",
  endpoint: "audio-isolation",
  source: { page: "https://elevenlabs.io/docs/api-reference/audio-isolation/convert", readOn: "2026-11-26" },
  input: z.object({
    audio: audioInput({ title: "Audio", description: "The recording to clean up." }),
  }),
  output: "audio.url",
  costUsd: ({ audio }, { seconds }) => seconds(audio, 60) * usdPerSecond.isolated,
});
