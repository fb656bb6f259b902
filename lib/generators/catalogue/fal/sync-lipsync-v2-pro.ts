import { choice, defineGenerator, z } from "@/lib/generators/contract/declare";
import { speechAudio, videoToSync } from "./video-fields";

export const syncLipsyncV2Pro = defineGenerator({
  provider: "fal",
  name: "fal-sync-lipsync-v2-pro",
  title: "Sync Lipsync 2 Pro",
  description: "Lip-sync a video to an audio track with Sync Labs' Lipsync 2 Pro, on fal.",
  vendor: "Sync Labs",
  task: "lipsync",
  artifactType: "video",
  endpoint: "fal-ai/sync-lipsync/v2/pro",
  source: { page: "https://fal.ai/models/fal-ai/sync-lipsync/v2/pro/llms.txt", readOn: "2026-11-25" },
  input: z.object({
    video: videoToSync("video_url"),
    audio: speechAudio("audio_url"),
    sync_mode: choice(["cut_off", "loop", "bounce", "silence", "remap"], "cut_off", {
      title: "Sync mode",
      description: "What to do when audio and video differ in length.",
    }),
  }),
  output: "video.url",
  costUsd: ({ video, audio }, { seconds }) => (Math.max(seconds(video, 10), seconds(audio, 10)) / 60) * 5,
});
