import { defineGenerator } from "@/lib/generators/contract/declare";
import { speechInput, speechSource, speechUsd, withFormat } from "./sonic";

export const cartesiaSonic3 = defineGenerator({
  provider: "cartesia",
  name: "cartesia-sonic-3",
  title: "Sonic 3",
  description: "Reads a text aloud with fine control of speed and volume, with Sonic 3 at Cartesia.",
  vendor: "Cartesia",
  task: "text-to-speech",
  artifactType: "audio",
  endpoint: "tts/bytes",
  source: speechSource,
  input: speechInput,
  constants: { model_id: "sonic-3", "voice.mode": "id" },
  request: withFormat,
  output: "audio.url",
  costUsd: speechUsd,
});
