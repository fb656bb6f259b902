import { defineGenerator, optionalWords, promptFor, z } from "@/lib/generators/contract/declare";
import { audioSetting, loudness, voiceSetting } from "./minimax-fields";

export const minimaxSpeech28Hd = defineGenerator({
  provider: "fal",
  name: "fal-minimax-speech-28-hd",
  title: "MiniMax Speech 2.8 HD",
  description: "High-quality text to speech, with laughs and sighs, using MiniMax Speech 2.8 HD, on fal.",
  vendor: "MiniMax",
  task: "text-to-speech",
  artifactType: "audio",
  endpoint: "fal-ai/minimax/speech-2.8-hd",
  source: { page: "https://fal.ai/models/fal-ai/minimax/speech-2.8-hd/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: promptFor("The text to speak. Add (laughs), (sighs) or a pause such as <#0.5#>.", { max: 10000 }),
    voice_setting: voiceSetting(),
    audio_setting: audioSetting(),
    normalization_setting: loudness(),
    language_boost: optionalWords({ title: "Language", description: "The language to optimize for, or auto.", isAdvanced: true }),
  }),
  constants: { output_format: "url" },
  output: "audio.url",
  costUsd: ({ prompt }) => (prompt.length / 1000) * 0.1,
});
