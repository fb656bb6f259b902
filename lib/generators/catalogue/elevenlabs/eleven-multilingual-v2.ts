import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { billedForSpeech, usdPerCharacter } from "./prices";
import { soundFormat, speechSeed, spokenText, voiceId, voiceSettingFields } from "./speech-fields";

export const elevenMultilingualV2 = defineGenerator({
  provider: "elevenlabs",
  name: "elevenlabs-eleven-multilingual-v2",
  title: "Eleven Multilingual v2",
  description: "Narrate long texts consistently in 29 languages with Eleven Multilingual v2, on ElevenLabs.",
  vendor: "ElevenLabs",
  task: "text-to-speech",
  artifactType: "audio",
  endpoint: "text-to-speech",
  source: { page: "https://elevenlabs.io/docs/api-reference/text-to-speech/convert", readOn: "2026-11-26" },
  input: z.object({
    text: spokenText(10_000),
    voice: voiceId(),
    ...voiceSettingFields,
    seed: speechSeed(),
    output_format: soundFormat(),
  }),
  constants: { model_id: "eleven_multilingual_v2" },
  output: "audio.url",
  costUsd: ({ text }) => text.length * usdPerCharacter.large,
  billedUsd: billedForSpeech,
});
