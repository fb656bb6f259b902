import { defineGenerator, flag, imageInput, promptFor, z } from "../declare";

export const minimaxHailuo23ProImageToVideo = defineGenerator({
  provider: "fal",
  name: "fal-minimax-hailuo-2-3-pro-image-to-video",
  title: "Hailuo 2.3 Pro from a picture",
  description: "Sets a picture in motion. Hailuo 2.3 Pro by MiniMax, at fal.",
  vendor: "MiniMax",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "fal-ai/minimax/hailuo-2.3/pro/image-to-video",
  source: { page: "https://fal.ai/models/fal-ai/minimax/hailuo-2.3/pro/image-to-video/api", readOn: "2026-04-08" },
  input: z.object({
    prompt: promptFor("What happens in the video.", { max: 2000 }),
    image_url: imageInput({ title: "First frame", description: "What the video begins with." }),
    prompt_optimizer: flag(true, { title: "Improve the prompt", description: "Lets the provider improve the prompt.", isAdvanced: true }),
  }),
  output: "video.url",
  costUsd: () => 0.49,
});
