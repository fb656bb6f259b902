import { audioInput, defineGenerator, flag, optionalWords, z } from "../declare";
import { billedForListening, usdPerSecond } from "./prices";

export const scribeV2 = defineGenerator({
  provider: "elevenlabs",
  name: "elevenlabs-scribe-v2",
  title: "Scribe v2",
  description: "Writes down what is said in a recording, and who says it, with Scribe v2 at ElevenLabs.",
  vendor: "ElevenLabs",
  task: "speech-to-text",
  artifactType: "text",
  endpoint: "speech-to-text",
  source: { page: "https://elevenlabs.io/docs/api-reference/speech-to-text/convert", readOn: "2026-11-25" },
  input: z.object({
    audio: audioInput({ title: "Sound", description: "The recording.", wire: "file" }),
    language_code: optionalWords({ title: "Language", description: "Two or three letters; empty finds out.", wire: "languageCode" }, 10),
    diarize: flag(true, { title: "Tell speakers apart", description: "Notes who speaks.", isAdvanced: true }),
    tag_audio_events: flag(true, {
      title: "Note sounds",
      description: "Writes (laughter), (footsteps) and the like.",
      isAdvanced: true,
      wire: "tagAudioEvents",
    }),
  }),
  constants: { modelId: "scribe_v2" },
  output: "text",
  costUsd: ({ audio }, { seconds }) => seconds(audio, 60) * usdPerSecond.transcribed,
  billedUsd: billedForListening,
});
