import { decimal, defineGenerator, negativePrompt, whole, z } from "@/lib/generators/contract/declare";
import { beatovenFields } from "./beatoven-fields";
import { unlisted } from "./unlisted";

export const beatovenMusicGeneration = defineGenerator({
  provider: "fal",
  name: "beatoven-music-generation",
  title: "Beatoven Music",
  description: "Generate music from text with Beatoven, on fal.",
  vendor: "Beatoven",
  task: "music",
  artifactType: "audio",
  endpoint: "beatoven/music-generation",
  source: { page: "https://fal.ai/models/beatoven/music-generation/api", readOn: "2026-04-08", unverified: "fal no longer lists this model" },
  deprecated: unlisted("fal-elevenlabs-music"),
  input: z.object({
    ...beatovenFields,
    duration: decimal(5, 150, 90, { title: "Duration", description: "In seconds." }),
    refinement: whole(10, 200, 100, { title: "Refinement", description: "Higher sounds cleaner but takes longer.", isAdvanced: true }),
    negative_prompt: negativePrompt("", { omit: [""] }),
  }),
  output: "audio.url",
  costUsd: () => 0.1,
});
