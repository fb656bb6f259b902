import { audioInput, defineGenerator, flag, optionalWords, z } from "@/lib/generators/contract/declare";

export const xaiSpeechToText = defineGenerator({
  provider: "xai",
  name: "xai-speech-to-text",
  title: "Grok Speech to Text",
  description: "Writes down what is said in a recording, with Grok at xAI.",
  vendor: "xAI",
  task: "speech-to-text",
  artifactType: "text",
  endpoint: "transcription:",
  source: {
    page: "https://inference.sh/apps/tag/speech-to-text.md",
    readOn: "2026-11-26",
    unverified: "xAI's own page was not to be had: the price is the one that a reseller passes on, settings are those of @ai-sdk/xai 5.0.12",
  },
  input: z.object({
    audio: audioInput({ title: "Audio", description: "The recording." }),
    language: optionalWords(
      { title: "Language", description: "Two letters, as in `en`; empty finds out.", omit: [""], wire: "providerOptions.xai.language" },
      10,
    ),
    filler_words: flag(false, {
      title: "Filler words",
      description: "Keeps every um and uh.",
      isAdvanced: true,
      wire: "providerOptions.xai.fillerWords",
    }),
  }),
  output: "text",
  costUsd: ({ audio }, { seconds }) => (seconds(audio, 60) / 3600) * 0.1,
  billedUsd: ({ seconds }) => (seconds === undefined ? undefined : (seconds / 3600) * 0.1),
});
