import { audioInput, defineGenerator, optionalWords, wordsOr, z } from "../declare";

export const whisper = defineGenerator({
  provider: "openai",
  name: "openai-whisper",
  title: "Whisper",
  description: "Writes down what is said in a recording. Whisper by OpenAI, at OpenAI.",
  vendor: "OpenAI",
  task: "speech-to-text",
  artifactType: "text",
  endpoint: "audio.transcriptions",
  source: { page: "https://platform.openai.com/docs/api-reference/audio/createTranscription", readOn: "2026-04-08" },
  deprecated: { on: "2027-02-26", use: "openai-gpt-transcribe" },
  input: z.object({
    prompt: wordsOr("", { title: "Prompt", description: "Words that help: names, style.", format: "textarea" }),
    audio_source: audioInput({ title: "Sound", description: "The recording.", wire: "file" }),
    language: optionalWords({ title: "Language", description: "Two letters, as in `en`; empty finds out.", omit: [""] }, 10),
  }),
  constants: { model: "whisper-1" },
  output: "text",
  costUsd: ({ audio_source }, { seconds }) => (seconds(audio_source, 60) / 60) * 0.006,
  billedUsd: ({ seconds }) => (seconds === undefined ? undefined : (seconds / 60) * 0.006),
});
