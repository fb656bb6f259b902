import { audioInput, defineGenerator, flag, z } from "@/lib/generators/contract/declare";
import { usdPerSecond } from "./prices";
import { soundFormat, speechSeed, voiceId } from "./speech-fields";

export const voiceChanger = defineGenerator({
  provider: "elevenlabs",
  name: "elevenlabs-voice-changer",
  title: "ElevenLabs Voice Changer",
  description: "Change the voice in a recording and keep its timing and emotion, on ElevenLabs.",
  vendor: "ElevenLabs",
  task: "speech-to-speech",
  artifactType: "audio",
  endpoint: "speech-to-speech",
  source: { page: "https://elevenlabs.io/docs/api-reference/speech-to-speech/convert", readOn: "2026-11-26" },
  input: z.object({
    audio: audioInput({ title: "Audio", description: "The recording to change." }),
    voice: voiceId(),
    remove_background_noise: flag(false, {
      title: "Remove background noise",
      description: "Isolates the voice first.",
    }),
    seed: speechSeed(),
    output_format: soundFormat(),
  }),
  constants: { model_id: "eleven_multilingual_sts_v2" },
  output: "audio.url",
  costUsd: ({ audio }, { seconds }) => seconds(audio, 60) * usdPerSecond.changed,
});
