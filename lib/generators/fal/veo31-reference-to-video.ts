import { aspectRatio, defineGenerator, duration, generateAudio, imageInputs, promptFor, resolution, z } from "../declare";
import { veoCost } from "./veo-cost";

export const veo31ReferenceToVideo = defineGenerator({
  provider: "fal",
  name: "fal-veo31-reference-to-video",
  title: "Veo 3.1 from references",
  description: "Makes a video with what reference pictures show. Veo 3.1 by Google, at fal.",
  vendor: "Google",
  task: "reference-to-video",
  artifactType: "video",
  endpoint: "fal-ai/veo3.1/reference-to-video",
  source: { page: "https://fal.ai/models/fal-ai/veo3.1/reference-to-video/llms.txt", readOn: "2026-11-25" },
  input: z.object({
    prompt: promptFor("What happens in the video."),
    image_urls: imageInputs({ title: "Pictures", description: "What to work on.", max: 3 }),
    duration: duration(["8s"], "8s"),
    resolution: resolution(["720p", "1080p", "4k"], "720p"),
    aspect_ratio: aspectRatio(["16:9", "9:16"], "16:9"),
    generate_audio: generateAudio(),
  }),
  output: "video.url",
  costUsd: veoCost,
});
