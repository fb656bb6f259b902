import { acceleration, defineGenerator, resolution, whole, z } from "@/lib/generators/contract/declare";
import { portrait, speechAudio, videoPrompt } from "./video-fields";

export const infinitalk = defineGenerator({
  provider: "fal",
  name: "fal-infinitalk",
  title: "InfiniteTalk",
  description: "Make a portrait speak an audio track with MeiGen's InfiniteTalk, on fal.",
  vendor: "MeiGen (InfiniteTalk)",
  task: "talking-avatar",
  artifactType: "video",
  endpoint: "fal-ai/infinitalk",
  source: { page: "https://fal.ai/models/fal-ai/infinitalk/llms.txt", readOn: "2026-11-25" },
  input: z.object({
    prompt: videoPrompt(),
    image: portrait("image_url"),
    audio: speechAudio("audio_url"),
    resolution: resolution(["480p", "720p"], "480p"),
    num_frames: whole(41, 721, 145, { title: "Frames", description: "Video length, at 25 frames per second.", isAdvanced: true }),
    acceleration: acceleration("regular"),
    seed: z.int().default(42).meta({ title: "Seed", description: "Reuse a seed to get similar results.", group: "advanced", isSeed: true }),
  }),
  output: "video.url",
  // 25 frames a second.
  costUsd: ({ num_frames }) => (num_frames / 25) * 0.2,
});
