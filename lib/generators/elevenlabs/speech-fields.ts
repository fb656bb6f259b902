import { choice, decimal, modelSeed, optionalWords, outputFormat, words, z } from "../declare";

// Eldrin, the successor of George, whose id many examples use and whose voice ends on 31 December 2026 like all default voices.
const usualVoice = "6WwXjDDEMyNmFG95zycZ";

/** Who speaks. */
export const voiceId = () =>
  z.string().trim().min(1).max(100).default(usualVoice).meta({
    title: "Voice",
    description: "The id of a voice in your account or in ElevenLabs' voice library.",
    wire: "voiceId",
  });

/** What is said. */
export const spokenText = (maximum: number) => words({ title: "Text", description: "What is said.", format: "textarea" }, maximum);

/** The kinds of file that have a header, and so can be told; raw samples have none. */
export const soundFormat = () => outputFormat(["mp3_22050_32", "mp3_44100_64", "mp3_44100_128", "mp3_44100_192"], "mp3_44100_128", "outputFormat");

/** A seed as ElevenLabs takes it. */
export const speechSeed = () => modelSeed({ min: 0, max: 4_294_967_295 });

/** Version 3 knows three grades of stability. */
export const stabilityGrade = (wire: string) =>
  choice([0, 0.5, 1], 0.5, { title: "Stability", description: "0 is creative, 0.5 natural, 1 robust.", isAdvanced: true, wire });

/** What the models before version 3 have in common. */
export const voiceSettingFields = {
  speed: decimal(0.7, 1.2, 1, { title: "Speed", description: "1 is as usual.", wire: "voiceSettings.speed" }),
  stability: decimal(0, 1, 0.5, {
    title: "Stability",
    description: "Lower varies more in expression.",
    isAdvanced: true,
    wire: "voiceSettings.stability",
  }),
  similarity_boost: decimal(0, 1, 0.75, {
    title: "Similarity",
    description: "How close it stays to the voice.",
    isAdvanced: true,
    wire: "voiceSettings.similarityBoost",
  }),
  style: decimal(0, 1, 0, {
    title: "Style exaggeration",
    description: "Higher is more expressive.",
    isAdvanced: true,
    wire: "voiceSettings.style",
  }),
  previous_text: optionalWords({
    title: "Text before",
    description: "Said before this text, so that the tone fits.",
    isAdvanced: true,
    wire: "previousText",
  }),
  next_text: optionalWords({ title: "Text after", description: "Said after this text, so that the tone fits.", isAdvanced: true, wire: "nextText" }),
};

/** The language to speak, where the model can be told. */
export const spokenLanguage = () =>
  optionalWords({ title: "Language", description: "Two letters, as in `en`; empty finds out.", isAdvanced: true, wire: "languageCode" }, 10);
