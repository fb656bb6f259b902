import { z } from "zod";
import { defineGenerator } from "../define-generator";
import { audioInput } from "../fields";
import { choice, decimal, modelSeed, words } from "../model-fields";

export const chatterboxTtsTurbo = defineGenerator({
  provider: "fal",
  name: "fal-chatterbox-tts-turbo",
  title: "Chatterbox Turbo",
  description: "Speaks a text. Chatterbox Turbo by Resemble AI, at fal.",
  vendor: "Resemble AI",
  task: "text-to-speech",
  artifactType: "audio",
  endpoint: "fal-ai/chatterbox/text-to-speech/turbo",
  source: { page: "https://fal.ai/models/fal-ai/chatterbox/text-to-speech/turbo/api", readOn: "2026-04-08" },
  input: z.object({
    text: words({ title: "Text", description: "What is said.", format: "textarea" }),
    audio_url: audioInput({
      title: "Voice sample",
      description: "A recording of the voice to speak with; it goes before the voice above.",
    }).nullish(),
    voice: choice(
      [
        "aaron",
        "abigail",
        "anaya",
        "andy",
        "archer",
        "brian",
        "chloe",
        "dylan",
        "emmanuel",
        "ethan",
        "evelyn",
        "gavin",
        "gordon",
        "ivan",
        "laura",
        "lucy",
        "madison",
        "marisol",
        "meera",
        "walter",
      ],
      "lucy",
      { title: "Voice", description: "Who speaks." },
    ),
    temperature: decimal(0.05, 2, 0.8, { title: "Temperature", description: "Higher varies more.", isAdvanced: true }),
    seed: modelSeed(),
  }),
  output: "audio.url",
  costUsd: ({ text }) => (text.length / 1000) * 0.02,
});
