import { choice, defineGenerator, optionalWords, promptFor, z } from "@/lib/generators/contract/declare";
import { audioSetting, loudness, voiceSetting } from "./minimax-fields";

export const minimaxSpeech26Hd = defineGenerator({
  provider: "fal",
  name: "fal-minimax-speech-26-hd",
  title: "MiniMax Speech 2.6 HD",
  description: "High-quality text to speech with MiniMax Speech 2.6 HD, on fal.",
  vendor: "MiniMax",
  task: "text-to-speech",
  artifactType: "audio",
  endpoint: "fal-ai/minimax/speech-2.6-hd",
  source: {
    page: "https://fal.ai/models/fal-ai/minimax/speech-2.6-hd/llms.txt",
    readOn: "2026-11-26",
    unverified: "the price is of 8 April 2026: no later copy of it was found",
  },
  input: z.object({
    prompt: promptFor("The text to speak.", { max: 10000 }),
    voice_setting: voiceSetting(),
    audio_setting: audioSetting(),
    normalization_setting: loudness(),
    language_boost: optionalWords({ title: "Language", description: "The language to optimize for, or auto.", isAdvanced: true }),
    output_format: choice(["url"], "url", { title: "Response format", description: "How fal returns the audio.", isAdvanced: true }),
  }),
  output: "audio.url",
  costUsd: ({ prompt }) => (prompt.length / 1000) * 0.1,
});
