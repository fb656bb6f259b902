import { decimal, defineGenerator, flag, words, z } from "../declare";
import { usdPerSecond } from "./prices";
import { soundFormat } from "./speech-fields";

const longestSeconds = 30;

export const soundEffectsV2 = defineGenerator({
  provider: "elevenlabs",
  name: "elevenlabs-sound-effects-v2",
  title: "Eleven Sound Effects v2",
  description: "Makes a sound from words, with Sound Effects v2 at ElevenLabs.",
  vendor: "ElevenLabs",
  task: "sound-effects",
  artifactType: "audio",
  endpoint: "sound-generation",
  source: { page: "https://elevenlabs.io/docs/api-reference/text-to-sound-effects/convert", readOn: "2026-11-25" },
  model: "elevenlabs-sound-effects-v2",
  input: z.object({
    text: words({ title: "Text", description: "What it sounds like.", format: "textarea" }),
    duration_seconds: z
      .number()
      .min(0.5)
      .max(longestSeconds)
      .nullish()
      .meta({ title: "Duration", description: "In seconds; empty lets the model decide.", wire: "durationSeconds" }),
    loop: flag(false, { title: "Loop", description: "Makes the end flow into the beginning." }),
    prompt_influence: decimal(0, 1, 0.3, {
      title: "Prompt influence",
      description: "How closely the prompt is followed.",
      isAdvanced: true,
      wire: "promptInfluence",
    }),
    output_format: soundFormat(),
  }),
  constants: { modelId: "eleven_text_to_sound_v2" },
  output: "audio.url",
  costUsd: ({ duration_seconds }) => (duration_seconds ?? longestSeconds) * usdPerSecond.effects,
});
