import { audioInput, defineGenerator, z } from "../declare";
import { usdPerSecond } from "./prices";

export const voiceIsolator = defineGenerator({
  provider: "elevenlabs",
  name: "elevenlabs-voice-isolator",
  title: "ElevenLabs Voice Isolator",
  description: "Takes noise and music away and leaves the voice of a recording, at ElevenLabs.",
  vendor: "ElevenLabs",
  task: "audio-isolation",
  artifactType: "audio",
  endpoint: "audio-isolation",
  source: { page: "https://elevenlabs.io/docs/api-reference/audio-isolation/convert", readOn: "2026-11-25" },
  input: z.object({
    audio: audioInput({ title: "Sound", description: "The recording." }),
  }),
  output: "audio.url",
  costUsd: ({ audio }, { seconds }) => seconds(audio, 60) * usdPerSecond.isolated,
});
