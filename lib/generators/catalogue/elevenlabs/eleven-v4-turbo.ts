import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { billedForSpeech, usdPerCharacter } from "./prices";
import { soundFormat, speechSeed, spokenLanguage, spokenText, stabilityGrade, voiceId } from "./speech-fields";

export const elevenV4Turbo = defineGenerator({
  provider: "elevenlabs",
  name: "elevenlabs-eleven-v4-turbo",
  title: "Eleven v4 Turbo",
  description: "Turn text into expressive speech fast, with audio tags such as [whispers], with Eleven v4 Turbo, on ElevenLabs.",
  vendor: "ElevenLabs",
  task: "text-to-speech",
  artifactType: "audio",
  endpoint: "text-to-speech",
  source: {
    page: "https://elevenlabs.io/docs/models",
    readOn: "2026-11-26",
    unverified: "Neither its limit nor its price was found: it is priced as Eleven v4",
  },
  input: z.object({
    text: spokenText(5000),
    voice: voiceId(),
    stability: stabilityGrade("voice_settings.stability"),
    language_code: spokenLanguage(),
    seed: speechSeed(),
    output_format: soundFormat(),
  }),
  constants: { model_id: "eleven_v4_turbo" },
  output: "audio.url",
  costUsd: ({ text }) => text.length * usdPerCharacter.large,
  billedUsd: billedForSpeech,
});
