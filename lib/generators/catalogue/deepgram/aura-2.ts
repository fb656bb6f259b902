import { choice, defineGenerator, outputFormat, words, z } from "@/lib/generators/contract/declare";

/** Some of the English voices of https://developers.deepgram.com/docs/tts-models, as the package's documentation has their names. */
const voices = ["thalia", "andromeda", "helena", "apollo", "arcas", "aries"] as const;

export const aura2 = defineGenerator({
  provider: "deepgram",
  name: "deepgram-aura-2",
  title: "Aura-2",
  description: "Reads an English text aloud, with Aura-2 at Deepgram.",
  vendor: "Deepgram",
  task: "text-to-speech",
  artifactType: "audio",
  endpoint: "speech:aura-2",
  source: { page: "https://deepgram.com/pricing", readOn: "2026-11-26", unverified: "The price is the one that the page had in May 2026" },
  input: z.object({
    text: words({ title: "Text", description: "What is said.", format: "textarea" }, 2000),
    voice: choice(voices, "thalia", { title: "Voice", description: "Who speaks." }),
    output_format: outputFormat(["mp3", "wav", "flac"], "mp3", "outputFormat"),
  }),
  output: "audio.url",
  costUsd: ({ text }) => (text.length / 1000) * 0.03,
});
