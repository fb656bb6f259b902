import { decimal, defineGenerator, optionalWords, unused, z } from "@/lib/generators/contract/declare";
import { elevenlabsSpeechFields } from "./elevenlabs-speech-fields";

export const elevenlabsTtsElevenV3 = defineGenerator({
  provider: "fal",
  name: "fal-elevenlabs-tts-eleven-v3",
  title: "ElevenLabs v3",
  description: "Expressive text to speech with ElevenLabs v3, on fal.",
  vendor: "ElevenLabs",
  task: "text-to-speech",
  artifactType: "audio",
  endpoint: "fal-ai/elevenlabs/tts/eleven-v3",
  source: { page: "https://fal.ai/models/fal-ai/elevenlabs/tts/eleven-v3/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    ...elevenlabsSpeechFields,
    similarity_boost: decimal(0, 1, 0.75, { ...unused, title: "Similarity" }),
    style: decimal(0, 1, 0, { ...unused, title: "Style exaggeration" }),
    speed: decimal(0.7, 1.2, 1, { ...unused, title: "Speed" }),
    previous_text: optionalWords({ ...unused, title: "Previous text" }),
    next_text: optionalWords({ ...unused, title: "Next text" }),
  }),
  output: "audio.url",
  costUsd: ({ text }) => (text.length / 1000) * 0.1,
});
