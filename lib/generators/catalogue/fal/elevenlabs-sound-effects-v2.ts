import { decimal, defineGenerator, flag, outputFormat, words, z } from "@/lib/generators/contract/declare";

export const elevenlabsSoundEffectsV2 = defineGenerator({
  provider: "fal",
  name: "fal-elevenlabs-sound-effects-v2",
  title: "ElevenLabs Sound Effects v2",
  description: "Generate sound effects from text with ElevenLabs, on fal.",
  vendor: "ElevenLabs",
  task: "sound-effects",
  artifactType: "audio",
  endpoint: "fal-ai/elevenlabs/sound-effects/v2",
  source: { page: "https://fal.ai/models/fal-ai/elevenlabs/sound-effects/v2/llms.txt", readOn: "2026-11-26" },
  model: "elevenlabs-sound-effects-v2",
  input: z.object({
    text: words({ title: "Text", description: "Describe the sound effect.", format: "textarea" }),
    duration_seconds: z
      .number()
      .min(0.5)
      .max(22)
      .nullish()
      .meta({ title: "Duration", description: "In seconds. Leave empty to let the model decide." }),
    loop: flag(false, { title: "Loop", description: "Blends the end into the start for a seamless loop." }),
    prompt_influence: decimal(0, 1, 0.3, { title: "Prompt influence", description: "How closely to follow the prompt.", isAdvanced: true }),
    output_format: outputFormat(
      [
        "mp3_22050_32",
        "mp3_44100_32",
        "mp3_44100_64",
        "mp3_44100_96",
        "mp3_44100_128",
        "mp3_44100_192",
        "pcm_8000",
        "pcm_16000",
        "pcm_22050",
        "pcm_24000",
        "pcm_44100",
        "pcm_48000",
        "ulaw_8000",
        "alaw_8000",
        "opus_48000_32",
        "opus_48000_64",
        "opus_48000_96",
        "opus_48000_128",
        "opus_48000_192",
      ],
      "mp3_44100_128",
    ),
  }),
  output: "audio.url",
  costUsd: ({ duration_seconds }) => (duration_seconds ?? 22) * 0.002,
});
