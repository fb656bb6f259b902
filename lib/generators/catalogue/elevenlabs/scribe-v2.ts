import { audioInput, defineGenerator, flag, optionalWords, z } from "@/lib/generators/contract/declare";
import { billedForListening, usdPerSecond } from "./prices";

export const scribeV2 = defineGenerator({
  provider: "elevenlabs",
  name: "elevenlabs-scribe-v2",
  title: "Scribe v2",
  description: "Transcribe speech with speakers and sounds with Scribe v2, on ElevenLabs.",
  vendor: "ElevenLabs",
  task: "speech-to-text",
  artifactType: "text",
  endpoint: "speech-to-text",
  source: { page: "https://elevenlabs.io/docs/api-reference/speech-to-text/convert", readOn: "2026-11-26" },
  input: z.object({
    audio: audioInput({ title: "Audio", description: "The recording to transcribe.", wire: "file" }),
    language_code: optionalWords({ title: "Language", description: "Code such as en or eng. Leave empty to detect it." }, 10),
    diarize: flag(true, { title: "Speaker labels", description: "Marks who says what.", isAdvanced: true }),
    tag_audio_events: flag(true, {
      title: "Audio events",
      description: "Marks sounds such as (laughter) or (footsteps).",
      isAdvanced: true,
    }),
  }),
  constants: { model_id: "scribe_v2" },
  output: "text",
  costUsd: ({ audio }, { seconds }) => seconds(audio, 60) * usdPerSecond.transcribed,
  billedUsd: billedForListening,
});
