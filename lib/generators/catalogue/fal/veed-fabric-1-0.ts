import { defineGenerator, resolution, z } from "@/lib/generators/contract/declare";
import { portrait, speechAudio } from "./video-fields";

export const veedFabric10 = defineGenerator({
  provider: "fal",
  name: "veed-fabric-1.0",
  title: "VEED Fabric 1.0",
  description: "Make a portrait speak an audio track with VEED Fabric 1.0, on fal.",
  vendor: "VEED",
  task: "talking-avatar",
  artifactType: "video",
  endpoint: "veed/fabric-1.0",
  source: { page: "https://fal.ai/models/veed/fabric-1.0/llms.txt", readOn: "2026-11-25" },
  input: z.object({
    image_url: portrait(),
    audio_url: speechAudio(),
    resolution: resolution(["720p", "480p"], "720p"),
  }),
  output: "video.url",
  costUsd: ({ audio_url, resolution }, { seconds }) => seconds(audio_url, 10) * (resolution === "720p" ? 0.15 : 0.08),
});
