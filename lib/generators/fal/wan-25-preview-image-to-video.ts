import { defineGenerator, duration, imageInput, z } from "../declare";
import { wan25Fields } from "./wan-25-fields";

export const wan25PreviewImageToVideo = defineGenerator({
  provider: "fal",
  name: "fal-wan-25-preview-image-to-video",
  title: "Wan 2.5 from a picture",
  description: "Sets a picture in motion. Wan 2.5 by Alibaba, at fal.",
  vendor: "Alibaba",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "fal-ai/wan-25-preview/image-to-video",
  source: { page: "https://fal.ai/models/fal-ai/wan-25-preview/image-to-video/api", readOn: "2026-04-08" },
  input: z.object({
    ...wan25Fields,
    image: imageInput({ title: "Picture", description: "What to begin with.", wire: "image_url" }),
    duration: duration(["5", "10"], "5"),
  }),
  output: "video.url",
  costUsd: ({ duration, resolution }) => Number(duration) * { "480p": 0.05, "720p": 0.1, "1080p": 0.15 }[resolution],
});
