import { defineGenerator, type Json, words, z } from "@/lib/generators/contract/declare";
import { billedForSpeech, usdPerCharacter } from "./prices";
import { soundFormat, speechSeed, spokenLanguage, stabilityGrade } from "./speech-fields";

const largestDialogue = 2000;
const charactersIn = (lines: { text: string }[]) => lines.reduce((sum, { text }) => sum + text.length, 0);
const asWire = ({ text, voice }: { text: string; voice: string }): Json => ({ text, voice_id: voice });

export const textToDialogue = defineGenerator({
  provider: "elevenlabs",
  name: "elevenlabs-text-to-dialogue",
  title: "Eleven v3 Dialogue",
  description: "Generate a conversation between several voices with Eleven v3, on ElevenLabs.",
  vendor: "ElevenLabs",
  task: "text-to-speech",
  artifactType: "audio",
  endpoint: "text-to-dialogue",
  source: { page: "https://elevenlabs.io/docs/api-reference/text-to-dialogue/convert", readOn: "2026-11-26" },
  input: z.object({
    inputs: z
      .array(
        z.strictObject({
          text: words({ title: "Text", description: "What to say. Audio tags such as [laughs] set the tone." }, largestDialogue),
          voice: words({ title: "Voice", description: "The voice ID. Up to 10 different voices." }, 100),
        }),
      )
      .min(1)
      .max(50)
      .refine((lines) => charactersIn(lines) <= largestDialogue, { error: `takes at most ${largestDialogue} characters in total` })
      .meta({ title: "Lines", description: `In speaking order, up to ${largestDialogue} characters in total.` }),
    stability: stabilityGrade("settings.stability"),
    language_code: spokenLanguage(),
    seed: speechSeed(),
    output_format: soundFormat(),
  }),
  constants: { model_id: "eleven_v3" },
  request: (request, { inputs }) => ({ ...request, inputs: inputs.map(asWire) }),
  output: "audio.url",
  costUsd: ({ inputs }) => charactersIn(inputs) * usdPerCharacter.large,
  billedUsd: billedForSpeech,
});
