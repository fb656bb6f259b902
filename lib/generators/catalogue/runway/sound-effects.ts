import { defineGenerator, flag, words, z } from "@/lib/generators/contract/declare";

export const soundEffects = defineGenerator({
  provider: "runway",
  name: "runway-sound-effects",
  title: "ElevenLabs Sound Effects v2 (Runway)",
  description: "Generate sound effects from text with ElevenLabs Sound Effects v2, on Runway.",
  vendor: "ElevenLabs",
  task: "sound-effects",
  artifactType: "audio",
  endpoint: "sound_effect",
  source: { page: "https://docs.dev.runwayml.com/api", readOn: "2026-11-26" },
  model: "elevenlabs-sound-effects-v2",
  input: z.object({
    text: words({ title: "Text", description: "Describe the sound.", format: "textarea", wire: "promptText" }, 1000),
    duration_seconds: z
      .number()
      .min(0.5)
      .max(30)
      .nullish()
      .meta({ title: "Duration", description: "In seconds. Leave empty to let the model decide.", wire: "duration" }),
    loop: flag(false, { title: "Loop", description: "Makes the sound loop seamlessly." }),
  }),
  constants: { model: "eleven_text_to_sound_v2" },
  output: "output[]",
  costUsd: ({ duration_seconds }) => (duration_seconds ? Math.ceil(duration_seconds) * 0.01 : 0.02),
});
