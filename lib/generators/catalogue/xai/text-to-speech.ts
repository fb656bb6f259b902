import { choice, decimal, defineGenerator, outputFormat, words, wordsOr, z } from "@/lib/generators/contract/declare";

export const xaiTextToSpeech = defineGenerator({
  provider: "xai",
  name: "xai-text-to-speech",
  title: "Grok Text to Speech",
  description: "Reads a text aloud with a voice of Grok at xAI.",
  vendor: "xAI",
  task: "text-to-speech",
  artifactType: "audio",
  endpoint: "speech:",
  source: {
    page: "https://docs.x.ai/developers/models/text-to-speech",
    readOn: "2026-11-26",
    unverified: "The page of April 2026 was read; voices and settings are those of @ai-sdk/xai 5.0.12",
  },
  input: z.object({
    text: words({ title: "Text", description: "What is said; [pause], [laugh] and <whisper>…</whisper> direct it.", format: "textarea" }, 15_000),
    voice: choice(["eve", "ara", "rex", "sal", "leo"], "eve", { title: "Voice", description: "Who speaks." }),
    speed: decimal(0.7, 1.5, 1, { title: "Speed", description: "1 is as usual." }),
    language: wordsOr("auto", { title: "Language", description: "As in `en` or `pt-BR`; `auto` finds out.", isAdvanced: true }, 20),
    output_format: outputFormat(["mp3", "wav"], "mp3", "outputFormat"),
  }),
  output: "audio.url",
  costUsd: ({ text }) => (text.length * 4.2) / 1e6,
});
