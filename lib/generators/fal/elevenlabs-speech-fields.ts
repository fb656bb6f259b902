import { decimal, flag, optionalWords, words, wordsOr } from "../model-fields";

/** What the models of this family have in common. */
export const elevenlabsSpeechFields = {
  text: words({ title: "Text", description: "What is said.", format: "textarea" }),
  voice: wordsOr("Rachel", { title: "Voice", description: "Who speaks." }),
  stability: decimal(0, 1, 0.5, { title: "Stability", description: "Lower varies more in expression.", isAdvanced: true }),
  similarity_boost: decimal(0, 1, 0.75, { title: "Similarity", description: "How close it stays to the voice.", isAdvanced: true }),
  style: decimal(0, 1, 0, { title: "Style exaggeration", description: "Higher is more expressive.", isAdvanced: true }),
  speed: decimal(0.7, 1.2, 1, { title: "Speed", description: "1 is as usual." }),
  timestamps: flag(false, { title: "Timestamps", description: "Asks for the time of each word.", isAdvanced: true }),
  previous_text: optionalWords({ title: "Text before", description: "Said before this text, so that the tone fits.", isAdvanced: true }),
  next_text: optionalWords({ title: "Text after", description: "Said after this text, so that the tone fits.", isAdvanced: true }),
  language_code: optionalWords({ title: "Language", description: "Two letters, as in `en`.", isAdvanced: true }),
};
