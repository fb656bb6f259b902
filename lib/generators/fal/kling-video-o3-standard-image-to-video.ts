import { decimal, defineGenerator, generateAudio, imageInput, promptFor, unused, wordsOr, z } from "../declare";
import { longDuration } from "./kling-fields";

export const klingVideoO3StandardImageToVideo = defineGenerator({
  provider: "fal",
  name: "fal-kling-video-o3-standard-image-to-video",
  title: "Kling O3 Standard from a picture",
  description: "Sets a picture in motion. Kling O3 Standard by Kuaishou, at fal.",
  vendor: "Kuaishou (Kling)",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "fal-ai/kling-video/o3/standard/image-to-video",
  source: { page: "https://fal.ai/models/fal-ai/kling-video/o3/standard/image-to-video/api", readOn: "2026-04-08" },
  input: z.object({
    prompt: promptFor("What happens in the video.", { max: 2500 }),
    start_frame: imageInput({ title: "First frame", description: "What the video begins with.", wire: "image_url" }),
    end_frame: imageInput({ title: "Last frame", description: "What the video ends with.", wire: "end_image_url" }).nullish(),
    duration: longDuration(),
    negative_prompt: wordsOr("blur, distort, and low quality", { ...unused, title: "Negative prompt" }, 2500),
    generate_audio: generateAudio(),
    cfg_scale: decimal(0, 1, 0.5, { ...unused, title: "Guidance" }),
  }),
  output: "video.url",
  costUsd: ({ duration, generate_audio }) => Number(duration) * (generate_audio ? 0.112 : 0.084),
});
