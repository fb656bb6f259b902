import { aspectRatio, defineGenerator, promptFor, z } from "../declare";
import { wan26Fields } from "./wan-26-fields";

export const wan26TextToVideo = defineGenerator({
  provider: "fal",
  name: "fal-wan-26-text-to-video",
  title: "Wan 2.6",
  description: "Makes a video of one or more shots from words, with Wan 2.6 by Alibaba, at fal.",
  vendor: "Alibaba",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "wan/v2.6/text-to-video",
  source: { page: "https://fal.ai/models/wan/v2.6/text-to-video/llms.txt", readOn: "2026-11-25" },
  input: z.object({
    prompt: promptFor("What happens in the video.", { max: 800 }),
    aspect_ratio: aspectRatio(["16:9", "9:16", "1:1", "4:3", "3:4"], "16:9"),
    ...wan26Fields,
  }),
  output: "video.url",
  costUsd: ({ duration, resolution }) => Number(duration) * (resolution === "1080p" ? 0.15 : 0.1),
});
