import { choice, decimal, modelSeed, optionalWords, outputFormat, words, z } from "@/lib/generators/contract/declare";

// Eldrin, the successor of George, whose id many examples use and whose voice ends on 31 December 2026 like all default voices.
const usualVoice = "6WwXjDDEMyNmFG95zycZ";

/** The voice to speak with. */
export const voiceId = () =>
  z.string().trim().min(1).max(100).default(usualVoice).meta({
    title: "Voice",
    description: "A voice ID from your account or the ElevenLabs voice library.",
    wire: "voice_id",
  });

/** The text to speak. */
export const spokenText = (maximum: number) => words({ title: "Text", description: "The text to speak.", format: "textarea" }, maximum);

/** The kinds of file that have a header, and so can be told; raw samples have none. */
export const soundFormat = () => outputFormat(["mp3_22050_32", "mp3_44100_64", "mp3_44100_128", "mp3_44100_192"], "mp3_44100_128");

/** A seed as ElevenLabs takes it. */
export const speechSeed = () => modelSeed({ min: 0, max: 4_294_967_295 });

/** Versions 3 and 4 know three grades of stability. */
export const stabilityGrade = (wire: string) =>
  choice([0, 0.5, 1], 0.5, { title: "Stability", description: "0 is creative, 0.5 natural, 1 robust.", isAdvanced: true, wire });

/** What the models before version 3 have in common. */
export const voiceSettingFields = {
  speed: decimal(0.7, 1.2, 1, { title: "Speed", description: "1 is the normal pace.", wire: "voice_settings.speed" }),
  stability: decimal(0, 1, 0.5, {
    title: "Stability",
    description: "Lower is more expressive, higher more consistent.",
    isAdvanced: true,
    wire: "voice_settings.stability",
  }),
  similarity_boost: decimal(0, 1, 0.75, {
    title: "Similarity",
    description: "How closely to match the original voice.",
    isAdvanced: true,
    wire: "voice_settings.similarity_boost",
  }),
  style: decimal(0, 1, 0, {
    title: "Style exaggeration",
    description: "Higher is more expressive.",
    isAdvanced: true,
    wire: "voice_settings.style",
  }),
  previous_text: optionalWords({
    title: "Previous text",
    description: "The text before this one, to match its flow. Not spoken.",
    isAdvanced: true,
  }),
  next_text: optionalWords({
    title: "Next text",
    description: "The text after this one, to match its flow. Not spoken.",
    isAdvanced: true,
  }),
};

/** The language to speak, where the model can be told. */
export const spokenLanguage = () =>
  optionalWords({ title: "Language", description: "Two-letter code such as en. Leave empty to detect it.", isAdvanced: true }, 10);
