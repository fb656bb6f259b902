import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { portrait, speechAudio } from "./video-fields";

export const syncLipsyncV3ImageToVideo = defineGenerator({
  provider: "fal",
  name: "fal-sync-lipsync-v3-image-to-video",
  title: "sync-3 Avatar",
  description: "Make a portrait speak an audio track with Sync Labs' sync-3, on fal.",
  vendor: "Sync Labs",
  task: "talking-avatar",
  artifactType: "video",
  endpoint: "fal-ai/sync-lipsync/v3/image-to-video",
  source: { page: "https://fal.ai/models/fal-ai/sync-lipsync/v3/image-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    image: portrait("image_url"),
    audio: speechAudio("audio_url"),
  }),
  output: "video.url",
  costUsd: ({ audio }, { seconds }) => 0.1333 * seconds(audio, 10),
});
