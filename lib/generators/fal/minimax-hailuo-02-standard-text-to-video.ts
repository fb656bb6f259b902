import { defineGenerator, duration, flag, promptFor, z } from "../declare";

export const minimaxHailuo02StandardTextToVideo = defineGenerator({
  provider: "fal",
  name: "fal-minimax-hailuo-02-standard-text-to-video",
  title: "Hailuo 02 Standard",
  description: "Makes a video from words. Hailuo 02 Standard by MiniMax, at fal.",
  vendor: "MiniMax",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "fal-ai/minimax/hailuo-02/standard/text-to-video",
  source: { page: "https://fal.ai/models/fal-ai/minimax/hailuo-02/standard/text-to-video/api", readOn: "2026-04-08" },
  input: z.object({
    prompt: promptFor("What happens in the video.", { max: 2000 }),
    duration: duration(["6", "10"], "6"),
    prompt_optimizer: flag(true, { title: "Improve the prompt", description: "Lets the provider improve the prompt.", isAdvanced: true }),
  }),
  output: "video.url",
  costUsd: ({ duration }) => Number(duration) * 0.045,
});
