import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { billedForSpeech, usdPerCharacter } from "./prices";
import { soundFormat, speechSeed, spokenLanguage, spokenText, stabilityGrade, voiceId } from "./speech-fields";

export const elevenV3 = defineGenerator({
  provider: "elevenlabs",
  name: "elevenlabs-eleven-v3",
  title: "Eleven v3",
  description: "Turn text into expressive speech, with audio tags such as [whispers], with Eleven v3, on ElevenLabs.",
  vendor: "ElevenLabs",
  task: "text-to-speech",
  artifactType: "audio",
  endpoint: "text-to-speech",
  source: { page: "https://elevenlabs.io/docs/api-reference/text-to-speech/convert", readOn: "2026-11-26" },
  input: z.object({
    text: spokenText(5000),
    voice: voiceId(),
    stability: stabilityGrade("voice_settings.stability"),
    language_code: spokenLanguage(),
    seed: speechSeed(),
    output_format: soundFormat(),
  }),
  constants: { model_id: "eleven_v3" },
  output: "audio.url",
  costUsd: ({ text }) => text.length * usdPerCharacter.large,
  billedUsd: billedForSpeech,
});
