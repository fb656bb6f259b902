import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { billedForSpeech, usdPerCharacter } from "./prices";
import { soundFormat, speechSeed, spokenLanguage, spokenText, voiceId, voiceSettingFields } from "./speech-fields";

export const elevenFlashV25 = defineGenerator({
  provider: "elevenlabs",
  name: "elevenlabs-eleven-flash-v2-5",
  title: "Eleven Flash v2.5",
  description: "Turn text into speech fast and at half the price with Eleven Flash v2.5, on ElevenLabs.",
  vendor: "ElevenLabs",
  task: "text-to-speech",
  artifactType: "audio",
  endpoint: "text-to-speech",
  source: { page: "https://elevenlabs.io/docs/api-reference/text-to-speech/convert", readOn: "2026-11-26" },
  input: z.object({
    text: spokenText(40_000),
    voice: voiceId(),
    ...voiceSettingFields,
    language_code: spokenLanguage(),
    seed: speechSeed(),
    output_format: soundFormat(),
  }),
  constants: { model_id: "eleven_flash_v2_5" },
  output: "audio.url",
  costUsd: ({ text }) => text.length * usdPerCharacter.fast,
  billedUsd: billedForSpeech,
});
