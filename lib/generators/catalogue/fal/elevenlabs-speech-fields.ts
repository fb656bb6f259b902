import { decimal, flag, optionalWords, words, wordsOr } from "@/lib/generators/contract/model-fields";

/** What the models of this family have in common. */
export const elevenlabsSpeechFields = {
  text: words({ title: "Text", description: "The text to speak.", format: "textarea" }),
  voice: wordsOr("Rachel", { title: "Voice", description: "A voice name, such as Rachel, or a voice ID." }),
  stability: decimal(0, 1, 0.5, { title: "Stability", description: "Lower is more expressive, higher more consistent.", isAdvanced: true }),
  similarity_boost: decimal(0, 1, 0.75, { title: "Similarity", description: "How closely to match the original voice.", isAdvanced: true }),
  style: decimal(0, 1, 0, { title: "Style exaggeration", description: "Higher is more expressive.", isAdvanced: true }),
  speed: decimal(0.7, 1.2, 1, { title: "Speed", description: "1 is normal speed." }),
  timestamps: flag(false, { title: "Timestamps", description: "Requests the time of each word.", isAdvanced: true }),
  previous_text: optionalWords({ title: "Previous text", description: "What comes before, so that the tone carries over.", isAdvanced: true }),
  next_text: optionalWords({ title: "Next text", description: "What comes after, so that the tone carries over.", isAdvanced: true }),
  language_code: optionalWords({ title: "Language", description: "A two-letter code, such as en.", isAdvanced: true }),
};
