import { defineGenerator, imageInput, z } from "../declare";
import { klingFields } from "./kling-fields";

export const klingVideoV25TurboProImageToVideo = defineGenerator({
  provider: "fal",
  name: "fal-kling-video-v2-5-turbo-pro-image-to-video",
  title: "Kling 2.5 Turbo Pro from a picture",
  description: "Sets a picture in motion. Kling 2.5 Turbo Pro by Kuaishou, at fal.",
  vendor: "Kuaishou (Kling)",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "fal-ai/kling-video/v2.5-turbo/pro/image-to-video",
  source: { page: "https://fal.ai/models/fal-ai/kling-video/v2.5-turbo/pro/image-to-video/llms.txt", readOn: "2026-11-25" },
  input: z.object({
    ...klingFields,
    image_url: imageInput({ title: "First frame", description: "What the video begins with." }),
  }),
  output: "video.url",
  costUsd: ({ duration }) => Number(duration) * 0.07,
});
