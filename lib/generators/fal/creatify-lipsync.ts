import { audioInput, defineGenerator, flag, videoInput, z } from "../declare";
import { unlisted } from "./unlisted";

export const creatifyLipsync = defineGenerator({
  provider: "fal",
  name: "fal-creatify-lipsync",
  title: "Creatify Lipsync",
  description: "Moves the lips of a video to a recording. Creatify Lipsync by Creatify, at fal.",
  vendor: "Creatify",
  task: "lipsync",
  artifactType: "video",
  endpoint: "creatify/lipsync",
  source: { page: "https://fal.ai/models/creatify/lipsync/api", readOn: "2026-04-08" },
  deprecated: unlisted("fal-sync-lipsync-v2"),
  input: z.object({
    video: videoInput({ title: "Video", description: "What to work on.", wire: "video_url" }),
    audio: audioInput({ title: "Speech", description: "What is said.", wire: "audio_url" }),
    loop: flag(true, { title: "Loop", description: "Makes the end flow into the beginning." }),
  }),
  output: "video.url",
  costUsd: ({ audio }, { seconds }) => (seconds(audio, 10) / 60) * 1,
});
