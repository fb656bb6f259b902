import { decimal, defineGenerator, generateAudio, unused, wordsOr, z } from "@/lib/generators/contract/declare";
import { longDuration } from "./kling-fields";
import { firstFrame, lastFrame, videoPrompt } from "./video-fields";

export const klingVideoO3StandardImageToVideo = defineGenerator({
  provider: "fal",
  name: "fal-kling-video-o3-standard-image-to-video",
  title: "Kling O3 Standard Image to Video",
  description: "Animate an image, with audio, using Kling O3 Standard, on fal.",
  vendor: "Kuaishou (Kling)",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "fal-ai/kling-video/o3/standard/image-to-video",
  source: { page: "https://fal.ai/models/fal-ai/kling-video/o3/standard/image-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: videoPrompt({ max: 2500 }),
    start_frame: firstFrame("image_url"),
    end_frame: lastFrame("end_image_url").nullish(),
    duration: longDuration(),
    negative_prompt: wordsOr("blur, distort, and low quality", { ...unused, title: "Negative prompt" }, 2500),
    generate_audio: generateAudio(),
    cfg_scale: decimal(0, 1, 0.5, { ...unused, title: "Guidance" }),
  }),
  output: "video.url",
  costUsd: ({ duration, generate_audio }) => Number(duration) * (generate_audio ? 0.112 : 0.084),
});
