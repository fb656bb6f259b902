import { aspectRatio, defineGenerator, duration, imageInput, promptFor, resolution, z } from "../declare";

export const sora2ImageToVideoPro = defineGenerator({
  provider: "fal",
  name: "fal-sora-2-image-to-video-pro",
  title: "Sora 2 Pro from a picture",
  description: "Sets a picture in motion. Sora 2 Pro by OpenAI, at fal.",
  vendor: "OpenAI",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "fal-ai/sora-2/image-to-video/pro",
  source: { page: "https://fal.ai/models/fal-ai/sora-2/image-to-video/pro/api", readOn: "2026-04-08" },
  deprecated: { on: "2026-09-24", use: "fal-veo31-image-to-video" },
  input: z.object({
    prompt: promptFor("What happens in the video.", { max: 5000 }),
    image_url: imageInput({ title: "First frame", description: "What the video begins with." }),
    resolution: resolution(["auto", "720p", "1080p", "true_1080p"], "auto"),
    aspect_ratio: aspectRatio(["auto", "9:16", "16:9"], "auto"),
    duration: duration([4, 8, 12, 16, 20], 4),
  }),
  output: "video.url",
  costUsd: ({ resolution, duration }) => duration * { auto: 0.3, "720p": 0.3, "1080p": 0.5, true_1080p: 0.7 }[resolution],
});
