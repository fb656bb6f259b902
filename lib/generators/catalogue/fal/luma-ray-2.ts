import { aspectRatio, defineGenerator, duration, flag, resolution, z } from "@/lib/generators/contract/declare";
import { videoPrompt } from "./video-fields";

export const lumaRay2 = defineGenerator({
  provider: "fal",
  name: "fal-luma-ray-2",
  title: "Luma Ray 2",
  description: "Generate video from text with Luma's Ray 2, on fal.",
  vendor: "Luma",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "fal-ai/luma-dream-machine/ray-2",
  source: {
    page: "https://fal.ai/models/fal-ai/luma-dream-machine/ray-2/llms.txt",
    readOn: "2026-11-26",
    unverified: "the price is of 8 April 2026: no later copy of it was found",
  },
  input: z.object({
    prompt: videoPrompt({ min: 3, max: 5000 }),
    aspect_ratio: aspectRatio(["16:9", "9:16", "4:3", "3:4", "21:9", "9:21"], "16:9"),
    resolution: resolution(["540p", "720p", "1080p"], "540p"),
    duration: duration(["5s", "9s"], "5s"),
    loop: flag(false, { title: "Loop", description: "Blends the end into the start for a seamless loop." }),
  }),
  output: "video.url",
  costUsd: ({ duration, resolution }) => 0.5 * (duration === "9s" ? 2 : 1) * { "540p": 1, "720p": 2, "1080p": 4 }[resolution],
});
