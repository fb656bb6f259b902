import { z } from "zod";
import { defineGenerator } from "../define-generator";
import { elevenlabsSpeechFields } from "./elevenlabs-speech-fields";

export const elevenlabsTtsElevenV3 = defineGenerator({
  provider: "fal",
  name: "fal-elevenlabs-tts-eleven-v3",
  title: "ElevenLabs v3",
  description: "Speaks a text. ElevenLabs v3 by ElevenLabs, at fal.",
  vendor: "ElevenLabs",
  task: "text-to-speech",
  artifactType: "audio",
  endpoint: "fal-ai/elevenlabs/tts/eleven-v3",
  source: { page: "https://fal.ai/models/fal-ai/elevenlabs/tts/eleven-v3/api", readOn: "2026-04-08" },
  input: z.object({
    ...elevenlabsSpeechFields,
  }),
  output: "audio.url",
  costUsd: ({ text }) => (text.length / 1000) * 0.1,
});
