import { audioInput, defineGenerator, optionalWords, z } from "@/lib/generators/contract/declare";

export const gpt4oTranscribe = defineGenerator({
  provider: "openai",
  name: "openai-gpt-4o-transcribe",
  title: "GPT-4o Transcribe",
  description: "Transcribe speech with GPT-4o Transcribe, on OpenAI.",
  vendor: "OpenAI",
  task: "speech-to-text",
  artifactType: "text",
  endpoint: "audio.transcriptions",
  source: { page: "https://developers.openai.com/api/docs/models/gpt-4o-transcribe", readOn: "2026-11-26" },
  deprecated: { on: "2027-02-26", use: "openai-gpt-transcribe" },
  input: z.object({
    audio_source: audioInput({ title: "Audio", description: "The recording to transcribe.", wire: "file" }),
    language: optionalWords({ title: "Language", description: "Two-letter code such as en. Leave empty to detect it." }, 10),
    prompt: optionalWords({ title: "Prompt", description: "Names, terms or a style to follow." }, 4000),
  }),
  constants: { model: "gpt-4o-transcribe" },
  output: "text",
  costUsd: ({ audio_source }, { seconds }) => (seconds(audio_source, 60) / 60) * 0.006,
  // 2.50 and 10 dollars for a million tokens heard and written.
  billedUsd: ({ input_tokens, output_tokens }) =>
    input_tokens === undefined || output_tokens === undefined ? undefined : (2.5 * input_tokens + 10 * output_tokens) / 1e6,
});
