import { choice, defineGenerator, promptFor, wordsOr, z } from "@/lib/generators/contract/declare";
import { loudness, voiceSetting } from "./minimax-fields";

export const minimaxSpeech26Turbo = defineGenerator({
  provider: "fal",
  name: "fal-minimax-speech-2-6-turbo",
  title: "MiniMax Speech 2.6 Turbo",
  description: "Fast text to speech with MiniMax Speech 2.6 Turbo, on fal.",
  vendor: "MiniMax",
  task: "text-to-speech",
  artifactType: "audio",
  endpoint: "fal-ai/minimax/speech-2.6-turbo",
  source: {
    page: "https://fal.ai/models/fal-ai/minimax/speech-2.6-turbo/llms.txt",
    readOn: "2026-11-26",
    unverified: "the price is of 8 April 2026: no later copy of it was found",
  },
  input: z.object({
    prompt: promptFor("The text to speak.", { max: 10000 }),
    voice_setting: voiceSetting(),
    normalization_setting: loudness(),
    language_boost: wordsOr("auto", { title: "Language", description: "The language to optimize for, or auto.", isAdvanced: true }),
    output_format: choice(["url"], "url", { title: "Response format", description: "How fal returns the audio.", isAdvanced: true }),
  }),
  output: "audio.url",
  costUsd: ({ prompt }) => (prompt.length / 1000) * 0.06,
});
