import { decimal, defineGenerator, flag, words, z } from "@/lib/generators/contract/declare";
import { usdPerSecond } from "./prices";
import { soundFormat } from "./speech-fields";

const longestSeconds = 30;

export const soundEffectsV2 = defineGenerator({
  provider: "elevenlabs",
  name: "elevenlabs-sound-effects-v2",
  title: "Eleven Sound Effects v2",
  description: "Generate sound effects from text with Sound Effects v2, on ElevenLabs.",
  vendor: "ElevenLabs",
  task: "sound-effects",
  artifactType: "audio",
  endpoint: "sound-generation",
  source: { page: "https://elevenlabs.io/docs/api-reference/text-to-sound-effects/convert", readOn: "2026-11-26" },
  model: "elevenlabs-sound-effects-v2",
  input: z.object({
    text: words({ title: "Text", description: "Describe the sound.", format: "textarea" }),
    duration_seconds: z
      .number()
      .min(0.5)
      .max(longestSeconds)
      .nullish()
      .meta({ title: "Duration", description: "In seconds. Leave empty to let the model decide." }),
    loop: flag(false, { title: "Loop", description: "Makes the sound loop seamlessly." }),
    prompt_influence: decimal(0, 1, 0.3, {
      title: "Prompt influence",
      description: "How closely to follow the prompt.",
      isAdvanced: true,
    }),
    output_format: soundFormat(),
  }),
  constants: { model_id: "eleven_text_to_sound_v2" },
  output: "audio.url",
  costUsd: ({ duration_seconds }) => (duration_seconds ?? longestSeconds) * usdPerSecond.effects,
});
