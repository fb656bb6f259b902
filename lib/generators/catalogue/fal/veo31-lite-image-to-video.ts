import { aspectRatio, defineGenerator, duration, generateAudio, modelSeed, negativePrompt, resolution, z } from "@/lib/generators/contract/declare";
import { veoLiteCost } from "./veo-cost";
import { imageToAnimate, videoPrompt } from "./video-fields";

export const veo31LiteImageToVideo = defineGenerator({
  provider: "fal",
  name: "fal-veo31-lite-image-to-video",
  title: "Veo 3.1 Lite Image to Video",
  description: "Animate an image, with audio, at Veo's lowest price, using Google's Veo 3.1 Lite, on fal.",
  vendor: "Google",
  task: "image-to-video",
  artifactType: "video",
  endpoint: "fal-ai/veo3.1/lite/image-to-video",
  source: { page: "https://fal.ai/models/fal-ai/veo3.1/lite/image-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: videoPrompt(),
    image: imageToAnimate("image_url"),
    duration: duration(["4s", "6s", "8s"], "8s"),
    resolution: resolution(["720p", "1080p"], "720p"),
    aspect_ratio: aspectRatio(["auto", "16:9", "9:16"], "auto"),
    generate_audio: generateAudio(),
    negative_prompt: negativePrompt(null),
    seed: modelSeed(),
  }),
  output: "video.url",
  costUsd: veoLiteCost,
});
