import { choice, decimal, defineGenerator, optionalWords, outputFormat, words, z } from "../declare";

export const gpt4oMiniTts = defineGenerator({
  provider: "openai",
  name: "openai-gpt-4o-mini-tts",
  title: "GPT-4o mini TTS",
  description: "Speaks a text in the manner that you ask for, with GPT-4o mini at OpenAI.",
  vendor: "OpenAI",
  task: "text-to-speech",
  artifactType: "audio",
  endpoint: "audio.speech",
  source: { page: "https://platform.openai.com/docs/api-reference/audio/createSpeech", readOn: "2026-04-08" },
  deprecated: { on: "2027-01-06", use: "google-gemini-3-8-flash-tts" },
  input: z.object({
    text: words({ title: "Text", description: "What is said.", format: "textarea", wire: "input" }, 4096),
    voice: choice(["alloy", "ash", "ballad", "coral", "echo", "fable", "nova", "onyx", "sage", "shimmer", "verse", "marin", "cedar"], "coral", {
      title: "Voice",
      description: "Who speaks.",
    }),
    instructions: optionalWords({ title: "Manner", description: "How to speak, in words." }, 4096),
    speed: decimal(0.25, 4, 1, { title: "Speed", description: "1 is as usual.", isAdvanced: true }),
    response_format: outputFormat(["mp3", "wav", "flac", "aac"], "mp3"),
  }),
  constants: { model: "gpt-4o-mini-tts" },
  output: "audio.url",
  costUsd: ({ text }) => (text.length / 1000) * 0.015,
});
