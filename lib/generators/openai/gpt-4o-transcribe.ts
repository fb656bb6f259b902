import { audioInput, defineGenerator, optionalWords, z } from "../declare";

export const gpt4oTranscribe = defineGenerator({
  provider: "openai",
  name: "openai-gpt-4o-transcribe",
  title: "GPT-4o Transcribe",
  description: "Writes down what is said in a recording, with GPT-4o at OpenAI.",
  vendor: "OpenAI",
  task: "speech-to-text",
  artifactType: "text",
  endpoint: "audio.transcriptions",
  source: { page: "https://platform.openai.com/docs/api-reference/audio/createTranscription", readOn: "2026-04-08" },
  deprecated: { on: "2027-02-26", use: "openai-gpt-transcribe" },
  input: z.object({
    audio_source: audioInput({ title: "Sound", description: "The recording.", wire: "file" }),
    language: optionalWords({ title: "Language", description: "Two letters; empty finds out." }, 10),
    prompt: optionalWords({ title: "Prompt", description: "Words that help: names, style." }, 4000),
  }),
  constants: { model: "gpt-4o-transcribe" },
  output: "text",
  costUsd: ({ audio_source }, { seconds }) => (seconds(audio_source, 60) / 60) * 0.006,
  // https://platform.openai.com/docs/pricing: 2.50, 6 and 10 dollars for a million tokens of text, sound and answer.
  billedUsd: ({ "input_token_details.text_tokens": text, "input_token_details.audio_tokens": sound, output_tokens: answer }) =>
    text === undefined || sound === undefined || answer === undefined ? undefined : (2.5 * text + 6 * sound + 10 * answer) / 1e6,
});
