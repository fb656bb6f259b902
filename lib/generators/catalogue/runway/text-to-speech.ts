import { choice, defineGenerator, z } from "@/lib/generators/contract/declare";
import { runwayPrompt } from "./runway-fields";

const voices = [
  ...["Maya", "Arjun", "Serene", "Bernard", "Billy", "Mark", "Clint", "Mabel", "Chad", "Leslie", "Eleanor", "Elias", "Elliot", "Grungle"],
  ...["Brodie", "Sandra", "Kirk", "Kylie", "Lara", "Lisa", "Malachi", "Marlene", "Martin", "Miriam", "Monster", "Paula", "Pip", "Rusty"],
  ...["Ragnar", "Xylar", "Maggie", "Jack", "Katie", "Noah", "James", "Rina", "Ella", "Mariah", "Frank", "Claudia", "Niki", "Vincent"],
  ...["Kendrick", "Myrna", "Tom", "Wanda", "Benjamin", "Kiana", "Rachel"],
];

export const textToSpeech = defineGenerator({
  provider: "runway",
  name: "runway-text-to-speech",
  title: "ElevenLabs Multilingual v2 (Runway)",
  description: "Turn text into speech in 29 languages with ElevenLabs Multilingual v2, on Runway.",
  vendor: "ElevenLabs",
  task: "text-to-speech",
  artifactType: "audio",
  endpoint: "text_to_speech",
  source: { page: "https://docs.dev.runwayml.com/api", readOn: "2026-11-26" },
  input: z.object({
    prompt: runwayPrompt("The text to speak."),
    voice: choice(voices, "Maya", { title: "Voice", description: "The voice to speak with.", wire: "voice.presetId" }),
  }),
  constants: { model: "eleven_multilingual_v2", "voice.type": "runway-preset" },
  output: "output[]",
  costUsd: ({ prompt }) => Math.ceil(prompt.length / 50) * 0.01,
});
