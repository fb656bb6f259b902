import { decimal, defineGenerator, negativePrompt, whole, z } from "@/lib/generators/contract/declare";
import { beatovenFields } from "./beatoven-fields";
import { unlisted } from "./unlisted";

export const beatovenSoundEffectGeneration = defineGenerator({
  provider: "fal",
  name: "fal-beatoven-sound-effect-generation",
  title: "Beatoven Sound Effects",
  description: "Generate sound effects from text with Beatoven, on fal.",
  vendor: "Beatoven",
  task: "sound-effects",
  artifactType: "audio",
  endpoint: "beatoven/sound-effect-generation",
  source: {
    page: "https://fal.ai/models/beatoven/sound-effect-generation/llms.txt",
    readOn: "2026-11-25",
    unverified: "fal no longer lists this model",
  },
  deprecated: unlisted("fal-elevenlabs-sound-effects-v2"),
  input: z.object({
    ...beatovenFields,
    duration: decimal(1, 35, 5, { title: "Duration", description: "In seconds." }),
    refinement: whole(10, 200, 40, { title: "Refinement", description: "Higher sounds cleaner but takes longer.", isAdvanced: true }),
    negative_prompt: negativePrompt(""),
  }),
  output: "audio.url",
  costUsd: () => 0.1,
});
