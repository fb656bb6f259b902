import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { elevenlabsSpeechFields } from "./elevenlabs-speech-fields";

export const elevenlabsTtsTurboV25 = defineGenerator({
  provider: "fal",
  name: "fal-elevenlabs-tts-turbo-v2-5",
  title: "ElevenLabs Turbo v2.5",
  description: "Fast text to speech with ElevenLabs Turbo v2.5, on fal.",
  vendor: "ElevenLabs",
  task: "text-to-speech",
  artifactType: "audio",
  endpoint: "fal-ai/elevenlabs/tts/turbo-v2.5",
  source: { page: "https://fal.ai/models/fal-ai/elevenlabs/tts/turbo-v2.5/llms.txt", readOn: "2026-11-26" },
  input: z.object(elevenlabsSpeechFields),
  output: "audio.url",
  costUsd: ({ text }) => (text.length / 1000) * 0.05,
});
