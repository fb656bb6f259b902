import { audioInput, defineGenerator, flag, optionalWords, z } from "../declare";

export const elevenlabsSpeechToText = defineGenerator({
  provider: "fal",
  name: "fal-elevenlabs-speech-to-text",
  title: "ElevenLabs Scribe",
  description: "Writes down what is said in a recording, with ElevenLabs Scribe, at fal.",
  vendor: "ElevenLabs",
  task: "speech-to-text",
  artifactType: "text",
  endpoint: "fal-ai/elevenlabs/speech-to-text",
  source: { page: "https://fal.ai/models/fal-ai/elevenlabs/speech-to-text/llms.txt", readOn: "2026-11-25" },
  input: z.object({
    audio: audioInput({ title: "Sound", description: "The recording.", wire: "audio_url" }),
    language_code: optionalWords({ title: "Language", description: "Two or three letters; empty finds out." }, 10),
    tag_audio_events: flag(true, { title: "Note other sounds", description: "Laughter, applause and such.", isAdvanced: true }),
    diarize: flag(true, { title: "Tell speakers apart", description: "Notes who speaks.", isAdvanced: true }),
  }),
  output: "text",
  costUsd: ({ audio }, { seconds }) => (seconds(audio, 60) / 60) * 0.03,
});
