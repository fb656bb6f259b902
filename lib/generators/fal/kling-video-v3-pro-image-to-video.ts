import { defineGenerator, generateAudio, imageInput, z } from "../declare";
import { klingV3Fields, klingV3ProUsd } from "./kling-v3-fields";

export const klingVideoV3ProImageToVideo = defineGenerator({
  provider: "fal",
  name: "fal-kling-video-v3-pro-image-to-video",
  title: "Kling 3 Pro from a picture",
  description: "Sets a picture in motion. Kling 3 Pro by Kuaishou, at fal.",
  vendor: "Kuaishou (Kling)",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "fal-ai/kling-video/v3/pro/image-to-video",
  source: { page: "https://fal.ai/models/fal-ai/kling-video/v3/pro/image-to-video/llms.txt", readOn: "2026-11-25" },
  input: z.object({
    ...klingV3Fields,
    image_url: imageInput({ title: "First frame", description: "What the video begins with.", wire: "start_image_url" }),
    end_image: imageInput({ title: "Last frame", description: "What the video ends with.", wire: "end_image_url" }).nullish(),
    generate_audio: generateAudio(),
  }),
  output: "video.url",
  costUsd: klingV3ProUsd,
});
