import { audioInput, choice, defineGenerator, flag, z } from "@/lib/generators/contract/declare";

const usdPerMinute = { en: 0.0048, multi: 0.0058 };

export const nova3 = defineGenerator({
  provider: "deepgram",
  name: "deepgram-nova-3",
  title: "Nova-3",
  description: "Writes down what is said in a recording, with Nova-3 at Deepgram.",
  vendor: "Deepgram",
  task: "speech-to-text",
  artifactType: "text",
  endpoint: "transcription:nova-3",
  source: { page: "https://deepgram.com/pricing", readOn: "2026-11-26", unverified: "Prices are those that the page had in May 2026" },
  input: z.object({
    audio: audioInput({ title: "Audio", description: "The recording." }),
    language: choice(["multi", "en"], "multi", {
      title: "Language",
      description: "`multi` hears ten languages, also mixed; English alone costs less.",
      wire: "providerOptions.deepgram.language",
    }),
    smart_format: flag(true, {
      title: "Smart formatting",
      description: "Writes numbers, dates and sentences as people do.",
      wire: "providerOptions.deepgram.smartFormat",
    }),
    filler_words: flag(false, {
      title: "Filler words",
      description: "Keeps every um and uh.",
      isAdvanced: true,
      wire: "providerOptions.deepgram.fillerWords",
    }),
  }),
  output: "text",
  costUsd: ({ audio, language }, { seconds }) => (seconds(audio, 60) / 60) * usdPerMinute[language],
});
