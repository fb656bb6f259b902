import { aspectRatio, defineGenerator, excludes, generateAudio, resolution, seconds, z } from "@/lib/generators/contract/declare";
import { frameEndpoint, frameFields, framePrompt, lastNeedsFirst, referenceImages, withFrames } from "./frame-fields";

const sizes = {
  "480p": { "16:9": "832:480", "4:3": "720:544", "1:1": "624:624", "3:4": "544:720", "9:16": "480:832" },
  "720p": { "16:9": "1280:720", "4:3": "1104:832", "1:1": "960:960", "3:4": "832:1104", "9:16": "720:1280" },
  "1080p": { "16:9": "1920:1080", "4:3": "1648:1248", "1:1": "1440:1440", "3:4": "1248:1648", "9:16": "1080:1920" },
};
const usdPerSecond = { "480p": 0.05, "720p": 0.1, "1080p": 0.2 };

export const wan3 = defineGenerator({
  provider: "runway",
  name: "runway-wan-3",
  title: "Wan 3.0 (Runway)",
  description: "Generate video of up to 30 seconds with audio from text, frames or reference images with Alibaba's Wan 3.0, on Runway.",
  vendor: "Alibaba",
  task: "text/image-to-video",
  artifactType: "video",
  endpoint: frameEndpoint,
  source: { page: "https://docs.dev.runwayml.com/guides/pricing", readOn: "2026-11-26" },
  input: z.object({
    prompt: framePrompt(),
    ...frameFields,
    images: referenceImages(10),
    resolution: resolution(["480p", "720p", "1080p"], "720p"),
    aspect_ratio: aspectRatio(["16:9", "4:3", "1:1", "3:4", "9:16"], "16:9"),
    duration: seconds(2, 30, 5),
    generate_audio: generateAudio("audio"),
  }),
  rules: [lastNeedsFirst, excludes("images", ["first_frame", "last_frame"], "Reference images cannot be combined with frames")],
  constants: { model: "wan3" },
  request: ({ aspect_ratio: _a, resolution: _r, ...request }, { first_frame, resolution, aspect_ratio }) => ({
    ...withFrames(request),
    // From frames, the first one gives the shape.
    ratio: first_frame ? `auto_${resolution}` : sizes[resolution][aspect_ratio],
  }),
  output: "output[]",
  costUsd: ({ duration, resolution }) => duration * usdPerSecond[resolution],
});
