import { aspectRatio, defineGenerator, duration, generateAudio, imageInput, modelSeed, negativePrompt, promptFor, resolution, z } from "../declare";

export const veo31 = defineGenerator({
  provider: "replicate",
  name: "replicate-veo-3-1",
  title: "Veo 3.1 (Replicate)",
  description: "Makes a video with sound from words or a picture, with Veo 3.1 by Google, at Replicate.",
  vendor: "Google",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "google/veo-3.1",
  source: { page: "https://replicate.com/google/veo-3.1/api", readOn: "2026-11-25" },
  input: z.object({
    prompt: promptFor("What happens in the video."),
    image: imageInput({ title: "First frame", description: "What the video begins with." }).nullish(),
    last_frame: imageInput({ title: "Last frame", description: "What the video ends with." }).nullish(),
    duration: duration([4, 6, 8], 8),
    aspect_ratio: aspectRatio(["16:9", "9:16"], "16:9"),
    resolution: resolution(["720p", "1080p"], "1080p"),
    generate_audio: generateAudio(),
    negative_prompt: negativePrompt(null),
    seed: modelSeed(),
  }),
  output: "output[] | output",
  costUsd: ({ duration, generate_audio }) => duration * (generate_audio ? 0.4 : 0.2),
  billedUsd: ({ video_output_duration_seconds: seconds, with_audio }) =>
    seconds === undefined || with_audio === undefined ? undefined : seconds * (with_audio ? 0.4 : 0.2),
});
