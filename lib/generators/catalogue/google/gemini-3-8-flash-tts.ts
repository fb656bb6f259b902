import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { contentUsd, introductory } from "./prices";
import { asSpeech, speechFields, speechUsd } from "./speech-fields";

const prices = () => ({ input: introductory(0.5), output: introductory(9) });

export const gemini38FlashTts = defineGenerator({
  provider: "google",
  name: "google-gemini-3-8-flash-tts",
  title: "Gemini 3.8 Flash TTS",
  description: "Turn text into expressive speech in over 130 languages with Gemini 3.8 Flash TTS, on Google.",
  vendor: "Google",
  task: "text-to-speech",
  artifactType: "audio",
  endpoint: "gemini-3.8-flash-tts:generateContent",
  source: { page: "https://ai.google.dev/gemini-api/docs/generate-content/speech-generation", readOn: "2026-11-26" },
  input: z.object(speechFields),
  constants: { "config.responseModalities": ["AUDIO"] },
  request: asSpeech,
  output: "media[].url",
  costUsd: ({ text }) => speechUsd(text, prices()),
  billedUsd: (usage) => contentUsd(usage, prices()),
});
