import { aspectRatio, defineGenerator, resolution, seconds, z } from "@/lib/generators/contract/declare";
import { frameEndpoint, frameFields, framePrompt, withFrames } from "./frame-fields";

const sizes = {
  "720p": { "16:9": "1280:720", "9:16": "720:1280", "1:1": "960:960", "4:3": "1108:832", "3:4": "832:1108" },
  "1080p": { "16:9": "1920:1080", "9:16": "1080:1920", "1:1": "1440:1440", "4:3": "1662:1248", "3:4": "1248:1662" },
};
const usdPerSecond = { "720p": 0.15, "1080p": 0.3 };

export const happyhorse1 = defineGenerator({
  provider: "runway",
  name: "runway-happyhorse-1",
  title: "HappyHorse 1.0 (Runway)",
  description: "Generate video from text or a first frame with Alibaba's HappyHorse 1.0, on Runway.",
  vendor: "Alibaba",
  task: "text/image-to-video",
  artifactType: "video",
  endpoint: frameEndpoint,
  source: { page: "https://docs.dev.runwayml.com/guides/pricing", readOn: "2026-11-26" },
  input: z.object({
    prompt: framePrompt(),
    first_frame: frameFields.first_frame,
    resolution: resolution(["720p", "1080p"], "720p"),
    aspect_ratio: aspectRatio(["16:9", "9:16", "1:1", "4:3", "3:4"], "16:9"),
    duration: seconds(3, 15, 5),
  }),
  constants: { model: "happyhorse_1_0" },
  request: ({ aspect_ratio: _a, resolution: _r, ...request }, { first_frame, resolution, aspect_ratio }) => ({
    ...withFrames(request),
    // From a frame it takes the resolution, and otherwise a size.
    ...(first_frame ? { resolution } : { ratio: sizes[resolution][aspect_ratio] }),
  }),
  output: "output[]",
  costUsd: ({ duration, resolution }) => duration * usdPerSecond[resolution],
});
