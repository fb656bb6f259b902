import { aspectRatio, defineGenerator, duration, generateAudio, resolution, whole, z } from "@/lib/generators/contract/declare";
import { videoPrompt } from "./video-fields";

export const flux3TextToVideo = defineGenerator({
  provider: "fal",
  name: "fal-flux-3-text-to-video",
  title: "FLUX.3 Video",
  description: "Generate video with audio from text, up to 20 seconds, using Black Forest Labs' FLUX.3, on fal.",
  vendor: "Black Forest Labs",
  task: "text-to-video",
  artifactType: "video",
  endpoint: "blackforestlabs/flux-3/text-to-video",
  source: { page: "https://fal.ai/models/blackforestlabs/flux-3/text-to-video/llms.txt", readOn: "2026-11-26" },
  input: z.object({
    prompt: videoPrompt(),
    aspect_ratio: aspectRatio(["auto", "21:9", "2:1", "16:9", "4:3", "1:1", "3:4", "9:16"], "auto"),
    resolution: resolution(["720p", "1080p"], "720p"),
    duration: duration([5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, "auto"], 5),
    generate_audio: generateAudio(),
    safety_tolerance: whole(0, 4, 2, { title: "Safety tolerance", description: "0 is the strictest.", isAdvanced: true }),
  }),
  output: "video.url",
  costUsd: ({ duration, resolution }) =>
    // A duration that the model chooses is priced at its longest.
    (duration === "auto" ? 20 : duration) * { "720p": 0.17, "1080p": 0.29 }[resolution],
});
