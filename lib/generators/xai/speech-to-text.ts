import { audioInput, defineGenerator, flag, optionalWords, z } from "../declare";

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
    page: "https://docs.x.ai/developers/model-capabilities/audio/speech-to-text",
    readOn: "2026-11-26",
    unverified: "The page was not to be had: settings are those of @ai-sdk/xai 5.0.12; the price could not be checked",
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
