import { audioInput, defineGenerator, imageInputs, optionalWords, promptFor, videoInput, z } from "../declare";
import { asContents } from "./content-request";
import { contentUsd, introductory } from "./prices";

export const gemini38Flash = defineGenerator({
  provider: "google",
  name: "google-gemini-3-8-flash",
  title: "Gemini 3.8 Flash",
  description: "Answers a prompt in words, and describes pictures, videos and sounds, with Gemini 3.8 Flash at Google.",
  vendor: "Google",
  task: "text-generation",
  artifactType: "text",
  endpoint: "gemini-3.8-flash:generateContent",
  source: { page: "https://ai.google.dev/gemini-api/docs/pricing", readOn: "2026-10-07" },
  input: z.object({
    prompt: promptFor("What you want to know or have written.", { max: 100_000 }),
    images: imageInputs({ title: "Pictures", description: "What the question is about.", min: 1, max: 10 }).nullish(),
    video: videoInput({ title: "Video", description: "What the question is about." }).nullish(),
    audio: audioInput({ title: "Sound", description: "What the question is about.", wire: "sound" }).nullish(),
    instructions: optionalWords({ title: "Instructions", description: "How to answer.", wire: "config.systemInstruction" }, 20_000),
  }),
  request: asContents,
  output: "text",
  costUsd: ({ prompt, images, video, audio }, { seconds }) => {
    const shown = 1120 * (images?.length ?? 0) + 300 * seconds(video, video ? 10 : 0) + 32 * seconds(audio, audio ? 60 : 0);
    return (introductory(0.75) * (prompt.length / 4 + shown) + introductory(3.75) * 1500) / 1_000_000;
  },
  billedUsd: (usage) => contentUsd(usage, { input: introductory(0.75), output: introductory(3.75) }),
});
