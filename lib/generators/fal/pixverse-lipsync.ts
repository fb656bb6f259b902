import { audioInput, choice, defineGenerator, given, optionalWords, videoInput, z } from "../declare";

export const pixverseLipsync = defineGenerator({
  provider: "fal",
  name: "fal-pixverse-lipsync",
  title: "PixVerse Lipsync",
  description: "Moves the lips of a video to a recording. PixVerse Lipsync by PixVerse, at fal.",
  vendor: "PixVerse",
  task: "lipsync",
  artifactType: "video",
  endpoint: "fal-ai/pixverse/lipsync",
  source: { page: "https://fal.ai/models/fal-ai/pixverse/lipsync/api", readOn: "2026-04-08" },
  input: z.object({
    video_url: videoInput({ title: "Video", description: "What to work on." }),
    audio_url: audioInput({ title: "Speech", description: "What is said; without it the text is spoken." }).nullish(),
    text: optionalWords({
      title: "Text",
      description: "What is said, when there is no recording.",
      format: "textarea",
      visibleWhen: { not: given("audio_url") },
    }),
    voice_id: choice(
      ["Emily", "James", "Isabella", "Liam", "Chloe", "Adrian", "Harper", "Ava", "Sophia", "Julia", "Mason", "Jack", "Oliver", "Ethan", "Auto"],
      "Auto",
      { title: "Voice", description: "Who speaks, when the words are given as text.", visibleWhen: { not: given("audio_url") } },
    ),
  }),
  // A recording goes before a text.
  request: ({ text, ...request }) => (request.audio_url || !text ? request : { ...request, text }),
  output: "video.url",
  costUsd: ({ video_url, audio_url, text }, { seconds }) => seconds(video_url, 5) * 0.04 + (audio_url || !text ? 0 : (text.length / 100) * 0.24),
});
