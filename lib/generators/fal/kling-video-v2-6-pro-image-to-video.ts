import { decimal, defineGenerator, generateAudio, imageInput, unused, z } from "../declare";
import { klingFields } from "./kling-fields";

export const klingVideoV26ProImageToVideo = defineGenerator({
  provider: "fal",
  name: "fal-kling-video-v2-6-pro-image-to-video",
  title: "Kling 2.6 Pro from a picture",
  description: "Sets a picture in motion. Kling 2.6 Pro by Kuaishou, at fal.",
  vendor: "Kuaishou (Kling)",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "fal-ai/kling-video/v2.6/pro/image-to-video",
  source: { page: "https://fal.ai/models/fal-ai/kling-video/v2.6/pro/image-to-video/api", readOn: "2026-04-08" },
  input: z.object({
    ...klingFields,
    image_url: imageInput({ title: "First frame", description: "What the video begins with.", wire: "start_image_url" }),
    end_image_url: imageInput({ title: "Last frame", description: "What the video ends with." }).nullish(),
    generate_audio: generateAudio(),
    cfg_scale: decimal(0, 1, 0.5, { ...unused, title: "Guidance" }),
  }),
  output: "video.url",
  costUsd: ({ duration, generate_audio }) => Number(duration) * (generate_audio ? 0.14 : 0.07),
});
