import { defineGenerator, modelSeed, words, z } from "@/lib/generators/contract/declare";

export const elevenlabsTextToDialogue = defineGenerator({
  provider: "fal",
  name: "fal-elevenlabs-text-to-dialogue",
  title: "ElevenLabs Dialogue",
  description: "Generate a conversation between several voices with ElevenLabs v3, on fal.",
  vendor: "ElevenLabs",
  task: "text-to-speech",
  artifactType: "audio",
  endpoint: "fal-ai/elevenlabs/text-to-dialogue/eleven-v3",
  source: { page: "https://fal.ai/models/fal-ai/elevenlabs/text-to-dialogue/eleven-v3/llms.txt", readOn: "2026-11-25" },
  input: z.object({
    inputs: z
      .array(
        z.strictObject({
          text: words({ title: "Text", description: "The line to speak." }, 3000),
          voice: words({ title: "Voice", description: "A voice name, such as Aria, or a voice ID." }, 100),
        }),
      )
      .min(1)
      .max(50)
      .meta({ title: "Lines", description: "The dialogue, line by line." }),
    stability: z
      .number()
      .min(0)
      .max(1)
      .nullish()
      .meta({ title: "Stability", description: "Lower is more expressive, higher more consistent.", group: "advanced" }),
    use_speaker_boost: z
      .boolean()
      .nullish()
      .meta({ title: "Speaker boost", description: "Matches the original voices more closely.", group: "advanced" }),
    seed: modelSeed(),
  }),
  output: "audio.url",
  costUsd: ({ inputs }) => inputs.reduce((characters, { text }) => characters + text.length, 0) * 0.0001,
});
