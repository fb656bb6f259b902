import { aspectRatio, defineGenerator, duration, generateAudio, imageInputs, resolution, z } from "@/lib/generators/contract/declare";
import { veoCost } from "./veo-cost";
import { videoPrompt } from "./video-fields";

export const veo31ReferenceToVideo = defineGenerator({
  provider: "fal",
  name: "fal-veo31-reference-to-video",
  title: "Veo 3.1 Reference to Video",
  description: "Generate video with audio from reference images using Google's Veo 3.1, on fal.",
  vendor: "Google",
  task: "reference-to-video",
  artifactType: "video",
  endpoint: "fal-ai/veo3.1/reference-to-video",
  source: { page: "https://fal.ai/models/fal-ai/veo3.1/reference-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: videoPrompt(),
    image_urls: imageInputs({ title: "Reference images", description: "What should appear in the video, up to three.", max: 3 }),
    duration: duration(["8s"], "8s"),
    resolution: resolution(["720p", "1080p", "4k"], "720p"),
    aspect_ratio: aspectRatio(["16:9", "9:16"], "16:9"),
    generate_audio: generateAudio(),
  }),
  output: "video.url",
  costUsd: veoCost,
});
