import { defineGenerator } from "@/lib/generators/contract/declare";
import { speechInput, speechSource, speechUsd, withFormat } from "./sonic";

export const cartesiaSonic35 = defineGenerator({
  provider: "cartesia",
  name: "cartesia-sonic-3-5",
  title: "Sonic 3.5",
  description: "Reads a text aloud in 42 languages, with Sonic 3.5 at Cartesia.",
  vendor: "Cartesia",
  task: "text-to-speech",
  artifactType: "audio",
  endpoint: "tts/bytes",
  source: speechSource,
  input: speechInput,
  constants: { model_id: "sonic-3.5", "voice.mode": "id" },
  request: withFormat,
  output: "audio.url",
  costUsd: speechUsd,
});
