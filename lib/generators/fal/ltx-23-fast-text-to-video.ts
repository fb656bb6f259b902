import { aspectRatio, defineGenerator, duration, generateAudio, has, onlyWhile, promptFor, resolution, z } from "../declare";

export const ltx23FastTextToVideo = defineGenerator({
  provider: "fal",
  name: "fal-ltx-23-fast-text-to-video",
  title: "LTX 2.3 Fast",
  description: "Makes a video with sound from words, fast, with LTX 2.3 by Lightricks, at fal.",
  vendor: "Lightricks",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "fal-ai/ltx-2.3/text-to-video/fast",
  source: { page: "https://fal.ai/models/fal-ai/ltx-2.3/text-to-video/fast/llms.txt", readOn: "2026-11-25" },
  input: z.object({
    prompt: promptFor("What happens in the video."),
    duration: duration([6, 8, 10, 12, 14, 16, 18, 20], 6),
    resolution: resolution(["1080p", "1440p", "2160p"], "1080p"),
    aspect_ratio: aspectRatio(["16:9", "9:16"], "16:9"),
    generate_audio: generateAudio(),
  }),
  // Its page: more than 10 seconds are for 1080p alone, at the 25 frames a second that are sent here.
  rules: [onlyWhile(has("duration", 12, 14, 16, 18, 20), "resolution", ["1080p"], "More than 10 seconds need a resolution of 1080p")],
  output: "video.url",
  costUsd: ({ duration, resolution }) => duration * { "1080p": 0.04, "1440p": 0.08, "2160p": 0.16 }[resolution],
});
