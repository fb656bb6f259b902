import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { asContents } from "./content-request";
import { lyriaFields } from "./lyria-fields";

export const lyria3Clip = defineGenerator({
  provider: "google",
  name: "google-lyria-3-clip",
  title: "Lyria 3 Clip",
  description: "Compose a 30-second clip from text and images with Lyria 3 Clip, on Google.",
  vendor: "Google",
  task: "text-to-music",
  artifactType: "audio",
  endpoint: "lyria-3-clip-preview:generateContent",
  source: { page: "https://ai.google.dev/gemini-api/docs/generate-content/music-generation", readOn: "2026-11-26" },
  input: z.object(lyriaFields),
  request: asContents,
  output: "media[].url",
  costUsd: () => 0.04,
  // By the clip, whatever was counted.
  billedUsd: () => 0.04,
});
