import { z } from "zod";
import { defineGenerator } from "../define-generator";
import { decimal, flag, outputFormat, words } from "../model-fields";

export const elevenlabsSoundEffectsV2 = defineGenerator({
  provider: "fal",
  name: "fal-elevenlabs-sound-effects-v2",
  title: "ElevenLabs Sound Effects v2",
  description: "Makes a sound from words. ElevenLabs Sound Effects v2 by ElevenLabs, at fal.",
  vendor: "ElevenLabs",
  task: "sound-effects",
  artifactType: "audio",
  endpoint: "fal-ai/elevenlabs/sound-effects/v2",
  source: { page: "https://fal.ai/models/fal-ai/elevenlabs/sound-effects/v2/llms.txt", readOn: "2026-11-25" },
  input: z.object({
    text: words({ title: "Text", description: "What it sounds like.", format: "textarea" }),
    duration_seconds: z.number().min(0.5).max(22).nullish().meta({ title: "Duration", description: "In seconds; empty lets the model decide." }),
    loop: flag(false, { title: "Loop", description: "Makes the end flow into the beginning." }),
    prompt_influence: decimal(0, 1, 0.3, { title: "Prompt influence", description: "How closely the prompt is followed.", isAdvanced: true }),
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
