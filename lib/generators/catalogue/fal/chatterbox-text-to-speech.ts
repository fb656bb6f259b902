import { audioInput, decimal, defineGenerator, modelSeed, words, z } from "@/lib/generators/contract/declare";

export const chatterboxTextToSpeech = defineGenerator({
  provider: "fal",
  name: "fal-chatterbox-text-to-speech",
  title: "Chatterbox",
  description: "Text to speech with optional voice cloning, using Resemble AI's Chatterbox, on fal.",
  vendor: "Resemble AI",
  task: "text-to-speech",
  artifactType: "audio",
  endpoint: "fal-ai/chatterbox/text-to-speech",
  source: { page: "https://fal.ai/models/fal-ai/chatterbox/text-to-speech/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    text: words({ title: "Text", description: "The text to speak.", format: "textarea" }, 5000),
    audio_url: audioInput({
      title: "Voice sample",
      description: "A recording of the voice to clone.",
    }).nullish(),
    exaggeration: decimal(0, 1, 0.25, { title: "Exaggeration", description: "Higher is more emotional." }),
    temperature: decimal(0.05, 2, 0.7, { title: "Temperature", description: "Higher is more varied.", isAdvanced: true }),
    cfg: decimal(0.1, 1, 0.5, { title: "Guidance", description: "How closely to follow the voice sample.", isAdvanced: true }),
    seed: modelSeed(),
  }),
  output: "audio.url",
  costUsd: ({ text }) => (text.length / 1000) * 0.025,
});
