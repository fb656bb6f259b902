import { aspectRatio, defineGenerator, generateAudio, promptFor, videoInput, z } from "@/lib/generators/contract/declare";

export const veo31ExtendVideo = defineGenerator({
  provider: "fal",
  name: "fal-veo31-extend-video",
  title: "Veo 3.1 Extend Video",
  description: "Extend a video made with Veo by seven seconds, using Google's Veo 3.1, on fal.",
  vendor: "Google",
  task: "video-extend",
  artifactType: "video",
  endpoint: "fal-ai/veo3.1/extend-video",
  source: { page: "https://fal.ai/models/fal-ai/veo3.1/extend-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: promptFor("Describe what happens next."),
    video: videoInput({ title: "Video", description: "The video to extend, up to 30 seconds long.", wire: "video_url" }),
    aspect_ratio: aspectRatio(["auto", "16:9", "9:16"], "auto"),
    generate_audio: generateAudio(),
  }),
  output: "video.url",
  costUsd: ({ generate_audio }) => 7 * (generate_audio ? 0.4 : 0.2),
});
