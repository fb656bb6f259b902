import { defineGenerator } from "@/lib/generators/contract/declare";
import { speechInput, speechSource } from "./speech-fields";

export const lmntBlizzard = defineGenerator({
  provider: "lmnt",
  name: "lmnt-blizzard",
  title: "Blizzard",
  description: "Reads a text aloud fast, with Blizzard at LMNT.",
  vendor: "LMNT",
  task: "text-to-speech",
  artifactType: "audio",
  endpoint: "speech:blizzard",
  source: speechSource,
  input: speechInput,
  output: "audio.url",
  costUsd: ({ text }) => (text.length / 1000) * 0.05,
});
