import { audioInput, defineGenerator, optionalWords, z } from "@/lib/generators/contract/declare";

export const gptTranscribe = defineGenerator({
  provider: "openai",
  name: "openai-gpt-transcribe",
  title: "GPT-Transcribe",
  description: "Transcribe speech with GPT-Transcribe, on OpenAI.",
  vendor: "OpenAI",
  task: "speech-to-text",
  artifactType: "text",
  endpoint: "audio.transcriptions",
  source: { page: "https://developers.openai.com/api/docs/models/gpt-transcribe", readOn: "2026-11-26" },
  input: z.object({
    audio_source: audioInput({ title: "Audio", description: "The recording to transcribe.", wire: "file" }),
    language: optionalWords({ title: "Language", description: "Two-letter code such as en. Leave empty to detect it.", omit: [""] }, 10),
    prompt: optionalWords({ title: "Context", description: "What the recording is about, with names and terms to expect.", omit: [""] }, 4000),
  }),
  constants: { model: "gpt-transcribe" },
  // It takes several languages, and knows `language` no more.
  request: ({ language, ...request }) => (language ? { ...request, languages: [language] } : request),
  output: "text",
  costUsd: ({ audio_source }, { seconds }) => (seconds(audio_source, 60) / 60) * 0.0045,
  billedUsd: ({ seconds }) => (seconds === undefined ? undefined : (seconds / 60) * 0.0045),
});
