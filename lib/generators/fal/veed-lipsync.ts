import { audioInput, defineGenerator, videoInput, z } from "../declare";

export const veedLipsync = defineGenerator({
  provider: "fal",
  name: "veed-lipsync",
  title: "VEED Lipsync",
  description: "Moves the lips of a video to a recording. VEED Lipsync by VEED, at fal.",
  vendor: "VEED",
  task: "lipsync",
  artifactType: "video",
  endpoint: "veed/lipsync",
  source: { page: "https://fal.ai/models/veed/lipsync/llms.txt", readOn: "2026-11-25" },
  input: z.object({
    video_url: videoInput({ title: "Video", description: "What to work on." }),
    audio_url: audioInput({ title: "Speech", description: "What is said." }),
  }),
  output: "video.url",
  costUsd: ({ video_url }, { seconds }) => (seconds(video_url, 10) / 60) * 0.4,
});
