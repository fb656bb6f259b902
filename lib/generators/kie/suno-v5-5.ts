import { defineGenerator, flag, has, optionalChoice, optionalWords, words, wordsOr, z } from "../declare";

export const sunoV55 = defineGenerator({
  provider: "kie",
  name: "kie-suno-v5-5",
  title: "Suno 5.5",
  description: "Composes music from words. Suno 5.5 by Suno, at Kie.",
  vendor: "Suno",
  task: "music",
  artifactType: "audio",
  endpoint: "suno:",
  source: { page: "https://docs.kie.ai/suno-api/generate-music", readOn: "2026-04-08" },
  input: z.object({
    title: words({ title: "Title", description: "Of the song." }, 200),
    style: words({ title: "Style", description: "The look of it." }, 1000),
    lyrics: wordsOr(
      "",
      {
        title: "Lyrics",
        description: "The words that are sung; empty for the style alone.",
        format: "textarea",
        isSent: false,
        visibleWhen: has("instrumental", false),
      },
      5000,
    ),
    instrumental: flag(false, { title: "Instrumental", description: "Without singing." }),
    vocal_gender: optionalChoice(["m", "f"], { title: "Singer", description: "m or f.", wire: "vocalGender" }),
    persona_id: optionalWords({
      title: "Persona",
      description: "An id from Suno: keeps the voice of an earlier song.",
      wire: "personaId",
      isAdvanced: true,
    }),
  }),
  constants: { model: "V5_5", customMode: true },
  // Suno always makes two.
  outputCount: () => 2,
  request: (request, { lyrics, instrumental, style }) => ({ ...request, prompt: lyrics && !instrumental ? lyrics : style }),
  output: "response.sunoData[].audioUrl",
  costUsd: () => 0.06,
});
