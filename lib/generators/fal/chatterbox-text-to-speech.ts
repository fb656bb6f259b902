import { audioInput, decimal, defineGenerator, modelSeed, words, z } from "../declare";

export const chatterboxTextToSpeech = defineGenerator({
  provider: "fal",
  name: "fal-chatterbox-text-to-speech",
  title: "Chatterbox",
  description: "Speaks a text. Chatterbox by Resemble AI, at fal.",
  vendor: "Resemble AI",
  task: "text-to-speech",
  artifactType: "audio",
  endpoint: "fal-ai/chatterbox/text-to-speech",
  source: { page: "https://fal.ai/models/fal-ai/chatterbox/text-to-speech/api", readOn: "2026-04-08" },
  input: z.object({
    text: words({ title: "Text", description: "What is said.", format: "textarea" }, 5000),
    audio_url: audioInput({
      title: "Voice sample",
      description: "A recording of the voice to speak with.",
    }).nullish(),
    exaggeration: decimal(0, 1, 0.25, { title: "Exaggeration", description: "How strongly feelings show." }),
    temperature: decimal(0.05, 2, 0.7, { title: "Temperature", description: "Higher varies more.", isAdvanced: true }),
    cfg: decimal(0.1, 1, 0.5, { title: "Guidance", description: "How closely the voice is followed.", isAdvanced: true }),
    seed: modelSeed(),
  }),
  output: "audio.url",
  costUsd: ({ text }) => (text.length / 1000) * 0.025,
});
