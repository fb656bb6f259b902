import { audioInput, defineGenerator, optionalWords, wordsOr, z } from "@/lib/generators/contract/declare";

export const whisper = defineGenerator({
  provider: "openai",
  name: "openai-whisper",
  title: "Whisper",
  description: "Transcribe speech with Whisper, on OpenAI.",
  vendor: "OpenAI",
  task: "speech-to-text",
  artifactType: "text",
  endpoint: "audio.transcriptions",
  source: { page: "https://developers.openai.com/api/docs/guides/speech-to-text", readOn: "2026-11-26", unverified: "Its price was not found again" },
  deprecated: { on: "2027-02-26", use: "openai-gpt-transcribe" },
  input: z.object({
    prompt: wordsOr("", { title: "Prompt", description: "Names, terms or a style to follow.", format: "textarea" }),
    audio_source: audioInput({ title: "Audio", description: "The recording to transcribe.", wire: "file" }),
    language: optionalWords({ title: "Language", description: "Two-letter code such as en. Leave empty to detect it.", omit: [""] }, 10),
  }),
  constants: { model: "whisper-1" },
  output: "text",
  costUsd: ({ audio_source }, { seconds }) => (seconds(audio_source, 60) / 60) * 0.006,
  billedUsd: ({ seconds }) => (seconds === undefined ? undefined : (seconds / 60) * 0.006),
});
