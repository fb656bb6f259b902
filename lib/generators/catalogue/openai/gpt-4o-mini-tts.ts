import { choice, decimal, defineGenerator, optionalWords, outputFormat, words, z } from "@/lib/generators/contract/declare";

export const gpt4oMiniTts = defineGenerator({
  provider: "openai",
  name: "openai-gpt-4o-mini-tts",
  title: "GPT-4o mini TTS",
  description: "Turn text into speech in the style you describe, with GPT-4o mini TTS, on OpenAI.",
  vendor: "OpenAI",
  task: "text-to-speech",
  artifactType: "audio",
  endpoint: "audio.speech",
  source: { page: "https://developers.openai.com/api/docs/guides/text-to-speech", readOn: "2026-11-26" },
  deprecated: { on: "2027-01-06", use: "google-gemini-3-8-flash-tts" },
  input: z.object({
    text: words({ title: "Text", description: "The text to speak.", format: "textarea", wire: "input" }, 4096),
    voice: choice(["alloy", "ash", "ballad", "coral", "echo", "fable", "nova", "onyx", "sage", "shimmer", "verse", "marin", "cedar"], "coral", {
      title: "Voice",
      description: "The voice to speak with.",
    }),
    instructions: optionalWords({ title: "Instructions", description: "Tone, accent, pace or emotion, in your own words." }, 4096),
    speed: decimal(0.25, 4, 1, { title: "Speed", description: "1 is the normal pace.", isAdvanced: true }),
    response_format: outputFormat(["mp3", "wav", "flac", "aac"], "mp3"),
  }),
  constants: { model: "gpt-4o-mini-tts" },
  output: "audio.url",
  costUsd: ({ text }) => (text.length / 1000) * 0.015,
});
