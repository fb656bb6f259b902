import { defineGenerator, imageInput, promptFor, z } from "../declare";
import { wan26Fields } from "./wan-26-fields";

export const wan26ImageToVideo = defineGenerator({
  provider: "fal",
  name: "fal-wan-26-image-to-video",
  title: "Wan 2.6 from a picture",
  description: "Sets a picture in motion, in one or more shots, with Wan 2.6 by Alibaba, at fal.",
  vendor: "Alibaba",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "wan/v2.6/image-to-video",
  source: { page: "https://fal.ai/models/wan/v2.6/image-to-video/api", readOn: "2026-04-08" },
  input: z.object({
    prompt: promptFor("What happens in the video.", { max: 800 }),
    image: imageInput({ title: "First frame", description: "What the video begins with.", wire: "image_url" }),
    ...wan26Fields,
  }),
  output: "video.url",
  costUsd: ({ duration, resolution }) => Number(duration) * (resolution === "1080p" ? 0.15 : 0.1),
});
