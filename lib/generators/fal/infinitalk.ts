import { acceleration, audioInput, defineGenerator, imageInput, promptFor, resolution, whole, z } from "../declare";

export const infinitalk = defineGenerator({
  provider: "fal",
  name: "fal-infinitalk",
  title: "InfiniteTalk",
  description: "Lets a portrait speak a recording. InfiniteTalk by MeiGen, at fal.",
  vendor: "MeiGen (InfiniteTalk)",
  task: "talking-avatar",
  artifactType: "video",
  endpoint: "fal-ai/infinitalk",
  source: { page: "https://fal.ai/models/fal-ai/infinitalk/llms.txt", readOn: "2026-11-25" },
  input: z.object({
    prompt: promptFor("What happens in the video."),
    image: imageInput({ title: "Portrait", description: "Who speaks.", wire: "image_url" }),
    audio: audioInput({ title: "Speech", description: "What is said.", wire: "audio_url" }),
    resolution: resolution(["480p", "720p"], "480p"),
    num_frames: whole(41, 721, 145, { title: "Frames", description: "Length of the video in frames.", isAdvanced: true }),
    acceleration: acceleration("regular"),
    seed: z
      .int()
      .default(42)
      .meta({ title: "Seed", description: "The same seed and inputs give a similar result.", group: "advanced", isSeed: true }),
  }),
  output: "video.url",
  // 25 frames a second.
  costUsd: ({ num_frames }) => (num_frames / 25) * 0.2,
});
