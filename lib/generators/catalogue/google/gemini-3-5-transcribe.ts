import { audioInput, choice, defineGenerator, type Json, optionalWords, z } from "@/lib/generators/contract/declare";
import { asContents } from "./content-request";

const listOf = (words: Json | undefined): string[] =>
  String(words ?? "")
    .split(/[,\n]/)
    .map((word) => word.trim())
    .filter(Boolean);

export const gemini35Transcribe = defineGenerator({
  provider: "google",
  name: "google-gemini-3-5-transcribe",
  title: "Gemini 3.5 Transcribe",
  description: "Transcribe up to an hour of speech in over 85 languages with Gemini 3.5 Transcribe, on Google.",
  vendor: "Google",
  task: "speech-to-text",
  artifactType: "text",
  endpoint: "gemini-3.5-transcribe:generateContent",
  source: {
    page: "https://ai.google.dev/gemini-api/docs/generate-content/transcribe",
    readOn: "2026-11-26",
    unverified: "Its price was not found: the estimate is what comparable models cost",
  },
  input: z.object({
    audio_source: audioInput({ title: "Audio", description: "The recording to transcribe, up to an hour.", wire: "sound" }),
    mode: choice(["VERBATIM", "SMART"], "VERBATIM", {
      title: "Mode",
      description: "Verbatim keeps every word. Smart removes fillers and tidies up the text.",
      wire: "config.audioTranscriptionConfig.mode",
    }),
    language: optionalWords({ title: "Language", description: "Code such as en-US. Leave empty to detect it.", omit: [""] }, 20),
    vocabulary: optionalWords({ title: "Vocabulary", description: "Names and terms to expect, separated by commas.", omit: [""] }, 10_000),
  }),
  request: ({ language, vocabulary, config, ...request }) => {
    const languageCodes = listOf(language);
    const customVocabulary = listOf(vocabulary).slice(0, 1000);
    const { audioTranscriptionConfig, ...others } = config as Record<string, Record<string, Json>>;
    const hints = {
      ...audioTranscriptionConfig,
      ...(languageCodes.length > 0 ? { languageCodes } : {}),
      ...(customVocabulary.length > 0 ? { customVocabulary } : {}),
    };
    return { ...asContents(request), config: { ...others, audioTranscriptionConfig: hints } };
  },
  output: "text",
  costUsd: ({ audio_source }, { seconds }) => (seconds(audio_source, 60) / 60) * 0.005,
});
