import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { asContents } from "./content-request";
import { lyriaFields } from "./lyria-fields";

export const lyria35 = defineGenerator({
  provider: "google",
  name: "google-lyria-3-5",
  title: "Lyria 3.5",
  description: "Compose a full song, with vocals or instrumental, from text and images with Lyria 3.5, on Google.",
  vendor: "Google",
  task: "text-to-music",
  artifactType: "audio",
  endpoint: "lyria-3.5:generateContent",
  source: { page: "https://ai.google.dev/gemini-api/docs/generate-content/music-generation", readOn: "2026-11-26" },
  input: z.object(lyriaFields),
  request: asContents,
  output: "media[].url",
  costUsd: () => 0.08,
  // By the song, whatever was counted.
  billedUsd: () => 0.08,
});
