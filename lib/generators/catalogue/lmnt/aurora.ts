import { defineGenerator } from "@/lib/generators/contract/declare";
import { speechInput, speechSource } from "./speech-fields";

export const lmntAurora = defineGenerator({
  provider: "lmnt",
  name: "lmnt-aurora",
  title: "Aurora",
  description: "Reads a text aloud, with Aurora at LMNT.",
  vendor: "LMNT",
  task: "text-to-speech",
  artifactType: "audio",
  endpoint: "speech:aurora",
  source: speechSource,
  input: speechInput,
  output: "audio.url",
  costUsd: ({ text }) => (text.length / 1000) * 0.05,
});
