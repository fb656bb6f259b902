import { defineGenerator, flag, words, z } from "../declare";

export const soundEffects = defineGenerator({
  provider: "runway",
  name: "runway-sound-effects",
  title: "ElevenLabs Sound Effects v2 (Runway)",
  description: "Makes a sound from words. ElevenLabs Sound Effects v2, at Runway.",
  vendor: "ElevenLabs",
  task: "sound-effects",
  artifactType: "audio",
  endpoint: "sound_effect",
  source: { page: "https://docs.dev.runwayml.com/api", readOn: "2026-11-25" },
  model: "elevenlabs-sound-effects-v2",
  input: z.object({
    text: words({ title: "Text", description: "What it sounds like.", format: "textarea", wire: "promptText" }, 1000),
    duration_seconds: z
      .number()
      .min(0.5)
      .max(30)
      .nullish()
      .meta({ title: "Duration", description: "In seconds; empty lets the model decide.", wire: "duration" }),
    loop: flag(false, { title: "Loop", description: "Makes the end flow into the beginning." }),
  }),
  constants: { model: "eleven_text_to_sound_v2" },
  output: "output[]",
  costUsd: ({ duration_seconds }) => (duration_seconds ? Math.ceil(duration_seconds) * 0.01 : 0.02),
});
