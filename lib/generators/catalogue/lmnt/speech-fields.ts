import { decimal, modelSeed, optionalWords, outputFormat, words, wordsOr, z } from "@/lib/generators/contract/declare";

/** What LMNT's models take, as `@ai-sdk/lmnt` 3.0.36 sends it (read 2026-11-26) */
export const speechInput = z.object({
  text: words({ title: "Text", description: "What is said.", format: "textarea" }, 5000),
  voice: wordsOr("ava", { title: "Voice", description: "The id of a voice, as in `ava`, or of one of your own." }, 100),
  language: optionalWords({ title: "Language", description: "Two letters, as in `en`; empty finds out.", omit: [""] }, 10),
  speed: decimal(0.25, 2, 1, { title: "Speed", description: "1 is as usual." }),
  temperature: decimal(0, 2, 1, {
    title: "Expression",
    description: "Higher varies more.",
    isAdvanced: true,
    wire: "providerOptions.lmnt.temperature",
  }),
  output_format: outputFormat(["mp3", "wav", "aac"], "mp3", "outputFormat"),
  seed: modelSeed({ min: 0, max: 2_147_483_647, wire: "providerOptions.lmnt.seed" }),
});

export const speechSource = {
  page: "https://www.lmnt.com/pricing",
  readOn: "2026-11-26",
  unverified: "The page was not to be had: 0.05 dollars for a thousand characters is what the smallest plan cost beyond its allowance in June 2026",
};
