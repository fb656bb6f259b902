import { audioInput, flag, optionalWords, z } from "@/lib/generators/contract/declare";

/** What the models for recordings take: https://www.assemblyai.com/docs/billing-and-pricing.md, `@ai-sdk/assemblyai` 3.0.40 (read 2026-11-26) */
export const transcriptionInput = z.object({
  audio: audioInput({ title: "Audio", description: "The recording." }),
  language: optionalWords(
    { title: "Language", description: "As in `en` or `pt`; empty takes English.", omit: [""], wire: "providerOptions.assemblyai.languageCode" },
    10,
  ),
  punctuate: flag(true, {
    title: "Punctuation",
    description: "Writes commas and full stops.",
    isAdvanced: true,
    wire: "providerOptions.assemblyai.punctuate",
  }),
  disfluencies: flag(false, {
    title: "Filler words",
    description: "Keeps every um and uh.",
    isAdvanced: true,
    wire: "providerOptions.assemblyai.disfluencies",
  }),
});
