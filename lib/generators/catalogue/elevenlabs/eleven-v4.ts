import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { billedForSpeech, usdPerCharacter } from "./prices";
import { soundFormat, speechSeed, spokenLanguage, spokenText, stabilityGrade, voiceId } from "./speech-fields";

export const elevenV4 = defineGenerator({
  provider: "elevenlabs",
  name: "elevenlabs-eleven-v4",
  title: "Eleven v4",
  description: "Turn text into the most lifelike speech, with audio tags such as [whispers], with Eleven v4, on ElevenLabs.",
  vendor: "ElevenLabs",
  task: "text-to-speech",
  artifactType: "audio",
  endpoint: "text-to-speech",
  source: {
    page: "https://elevenlabs.io/docs/models",
    readOn: "2026-11-26",
    unverified: "ElevenLabs' own page was not found: its limit and price are from code that uses it",
  },
  input: z.object({
    text: spokenText(10000),
    voice: voiceId(),
    stability: stabilityGrade("voice_settings.stability"),
    language_code: spokenLanguage(),
    seed: speechSeed(),
    output_format: soundFormat(),
  }),
  constants: { model_id: "eleven_v4" },
  output: "audio.url",
  costUsd: ({ text }) => text.length * usdPerCharacter.large,
  billedUsd: billedForSpeech,
});
