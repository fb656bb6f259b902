import { choice, defineGenerator, z } from "@/lib/generators/contract/declare";
import { speechAudio, videoToSync } from "./video-fields";

export const syncLipsyncV2 = defineGenerator({
  provider: "fal",
  name: "fal-sync-lipsync-v2",
  title: "Sync Lipsync 2",
  description: "Lip-sync a video to an audio track with Sync Labs' Lipsync 2, on fal.",
  vendor: "Sync Labs",
  task: "lipsync",
  artifactType: "video",
  endpoint: "fal-ai/sync-lipsync/v2",
  source: { page: "https://fal.ai/models/fal-ai/sync-lipsync/v2/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    video: videoToSync("video_url"),
    audio: speechAudio("audio_url"),
    model: choice(["lipsync-2", "lipsync-2-pro"], "lipsync-2", { title: "Model", description: "Pro keeps more facial detail." }),
    sync_mode: choice(["cut_off", "loop", "bounce", "silence", "remap"], "cut_off", {
      title: "Sync mode",
      description: "What to do when audio and video differ in length.",
    }),
  }),
  output: "video.url",
  costUsd: ({ model, video, audio }, { seconds }) => (Math.max(seconds(video, 10), seconds(audio, 10)) / 60) * (model === "lipsync-2-pro" ? 5 : 3),
});
