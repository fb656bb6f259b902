import { audioInput, defineGenerator, flag, optionalWords, z } from "@/lib/generators/contract/declare";

export const elevenlabsScribeV2 = defineGenerator({
  provider: "fal",
  name: "fal-elevenlabs-scribe-v2",
  title: "ElevenLabs Scribe v2",
  description: "Transcribe speech with speaker labels, using ElevenLabs Scribe v2, on fal.",
  vendor: "ElevenLabs",
  task: "speech-to-text",
  artifactType: "text",
  endpoint: "fal-ai/elevenlabs/speech-to-text/scribe-v2",
  source: { page: "https://fal.ai/models/fal-ai/elevenlabs/speech-to-text/scribe-v2/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    audio: audioInput({ title: "Audio", description: "The recording to transcribe.", wire: "audio_url" }),
    language_code: optionalWords({ title: "Language", description: "A two- or three-letter code. Leave empty to detect it." }, 10),
    tag_audio_events: flag(true, { title: "Tag audio events", description: "Marks laughter, applause and other sounds.", isAdvanced: true }),
    diarize: flag(true, { title: "Speaker labels", description: "Identifies who is speaking.", isAdvanced: true }),
  }),
  output: "text",
  costUsd: ({ audio }, { seconds }) => (seconds(audio, 60) / 60) * 0.008,
});
