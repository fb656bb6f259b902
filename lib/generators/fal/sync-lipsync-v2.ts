import { audioInput, choice, defineGenerator, videoInput, z } from "../declare";

export const syncLipsyncV2 = defineGenerator({
  provider: "fal",
  name: "fal-sync-lipsync-v2",
  title: "Sync Lipsync 2",
  description: "Moves the lips of a video to a recording. Sync Lipsync 2 by Sync Labs, at fal.",
  vendor: "Sync Labs",
  task: "lipsync",
  artifactType: "video",
  endpoint: "fal-ai/sync-lipsync/v2",
  source: { page: "https://fal.ai/models/fal-ai/sync-lipsync/v2/llms.txt", readOn: "2026-11-25" },
  input: z.object({
    video: videoInput({ title: "Video", description: "What to work on.", wire: "video_url" }),
    audio: audioInput({ title: "Speech", description: "What is said.", wire: "audio_url" }),
    model: choice(["lipsync-2", "lipsync-2-pro"], "lipsync-2", { title: "Model", description: "Variant of the model." }),
    sync_mode: choice(["cut_off", "loop", "bounce", "silence", "remap"], "cut_off", {
      title: "When lengths differ",
      description: "What to do when sound and video are not equally long.",
    }),
  }),
  output: "video.url",
  costUsd: ({ model, video, audio }, { seconds }) => (Math.max(seconds(video, 10), seconds(audio, 10)) / 60) * (model === "lipsync-2-pro" ? 5 : 3),
});
