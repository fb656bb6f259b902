import { defineGenerator, generateAudio, imageInput, z } from "../declare";
import { klingV3Fields, klingV3StandardUsd } from "./kling-v3-fields";

export const klingVideoV3StandardImageToVideo = defineGenerator({
  provider: "fal",
  name: "fal-kling-video-v3-standard-image-to-video",
  title: "Kling 3 Standard from a picture",
  description: "Sets a picture in motion, with sound, with Kling 3 Standard, at fal.",
  vendor: "Kuaishou (Kling)",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "fal-ai/kling-video/v3/standard/image-to-video",
  source: { page: "https://fal.ai/models/fal-ai/kling-video/v3/standard/image-to-video/api", readOn: "2026-04-08" },
  input: z.object({
    ...klingV3Fields,
    start_frame: imageInput({ title: "First frame", description: "What the video begins with.", wire: "start_image_url" }),
    end_frame: imageInput({ title: "Last frame", description: "What the video ends with.", wire: "end_image_url" }).nullish(),
    generate_audio: generateAudio(),
  }),
  output: "video.url",
  costUsd: klingV3StandardUsd,
});
