import { defineGenerator, z } from "@/lib/generators/contract/declare";
import { speechAudio, videoToSync } from "./video-fields";

export const veedLipsync = defineGenerator({
  provider: "fal",
  name: "veed-lipsync",
  title: "VEED Lipsync",
  description: "Lip-sync a video to an audio track with VEED, on fal.",
  vendor: "VEED",
  task: "lipsync",
  artifactType: "video",
  endpoint: "veed/lipsync",
  source: { page: "https://fal.ai/models/veed/lipsync/llms.txt", readOn: "2026-11-25" },
  input: z.object({
    video_url: videoToSync(),
    audio_url: speechAudio(),
  }),
  output: "video.url",
  costUsd: ({ video_url }, { seconds }) => (seconds(video_url, 10) / 60) * 0.4,
});
