import { defineGenerator, flag, z } from "@/lib/generators/contract/declare";
import { unlisted } from "./unlisted";
import { speechAudio, videoToSync } from "./video-fields";

export const creatifyLipsync = defineGenerator({
  provider: "fal",
  name: "fal-creatify-lipsync",
  title: "Creatify Lipsync",
  description: "Lip-sync a video to an audio track with Creatify, on fal.",
  vendor: "Creatify",
  task: "lipsync",
  artifactType: "video",
  endpoint: "creatify/lipsync",
  source: { page: "https://fal.ai/models/creatify/lipsync/api", readOn: "2026-04-08", unverified: "fal no longer lists this model" },
  deprecated: unlisted("fal-sync-lipsync-v2"),
  input: z.object({
    video: videoToSync("video_url"),
    audio: speechAudio("audio_url"),
    loop: flag(true, { title: "Loop", description: "Repeats the video while the audio plays." }),
  }),
  output: "video.url",
  costUsd: ({ audio }, { seconds }) => (seconds(audio, 10) / 60) * 1,
});
