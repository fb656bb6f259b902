import { audioInput, choice, defineGenerator, given, optionalWords, z } from "@/lib/generators/contract/declare";
import { videoToSync } from "./video-fields";

export const pixverseLipsync = defineGenerator({
  provider: "fal",
  name: "fal-pixverse-lipsync",
  title: "PixVerse Lipsync",
  description: "Lip-sync a video to an audio track or a text with PixVerse, on fal.",
  vendor: "PixVerse",
  task: "lipsync",
  artifactType: "video",
  endpoint: "fal-ai/pixverse/lipsync",
  source: { page: "https://fal.ai/models/fal-ai/pixverse/lipsync/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    video_url: videoToSync(),
    audio_url: audioInput({ title: "Audio", description: "The speech to sync to. Leave empty to speak the text." }).nullish(),
    text: optionalWords({
      title: "Text",
      description: "The text to speak when there is no audio.",
      format: "textarea",
      visibleWhen: { not: given("audio_url") },
    }),
    voice_id: choice(
      ["Emily", "James", "Isabella", "Liam", "Chloe", "Adrian", "Harper", "Ava", "Sophia", "Julia", "Mason", "Jack", "Oliver", "Ethan", "Auto"],
      "Auto",
      { title: "Voice", description: "The voice that speaks the text.", visibleWhen: { not: given("audio_url") } },
    ),
  }),
  // Audio takes precedence over text.
  request: ({ text, ...request }) => (request.audio_url || !text ? request : { ...request, text }),
  output: "video.url",
  costUsd: ({ video_url, audio_url, text }, { seconds }) => seconds(video_url, 5) * 0.04 + (audio_url || !text ? 0 : (text.length / 100) * 0.24),
});
