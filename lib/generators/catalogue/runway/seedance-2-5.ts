import { aspectRatio, defineGenerator, excludes, generateAudio, modelSeed, resolution, seconds, z } from "@/lib/generators/contract/declare";
import { frameEndpoint, frameFields, framePrompt, lastNeedsFirst, referenceImages, withFrames } from "./frame-fields";

const sizes = {
  "480p": { "21:9": "992:432", "16:9": "854:480", "4:3": "752:560", "1:1": "640:640", "3:4": "560:752", "9:16": "480:854" },
  "720p": { "21:9": "1470:630", "16:9": "1280:720", "4:3": "1112:834", "1:1": "960:960", "3:4": "834:1112", "9:16": "720:1280" },
  "1080p": { "21:9": "2206:946", "16:9": "1920:1080", "4:3": "1664:1248", "1:1": "1440:1440", "3:4": "1248:1664", "9:16": "1080:1920" },
};
const usdPerSecond = { "480p": 0.2, "720p": 0.3, "1080p": 0.68 };

export const seedance25 = defineGenerator({
  provider: "runway",
  name: "runway-seedance-2-5",
  title: "Seedance 2.5 (Runway)",
  description: "Generate video of up to 30 seconds with audio from text, frames or reference images with ByteDance's Seedance 2.5, on Runway.",
  vendor: "ByteDance",
  task: "text/image-to-video",
  artifactType: "video",
  endpoint: frameEndpoint,
  source: { page: "https://docs.dev.runwayml.com/guides/pricing", readOn: "2026-11-26" },
  input: z.object({
    prompt: framePrompt(),
    ...frameFields,
    images: referenceImages(30),
    resolution: resolution(["480p", "720p", "1080p"], "720p"),
    aspect_ratio: aspectRatio(["21:9", "16:9", "4:3", "1:1", "3:4", "9:16"], "16:9"),
    duration: seconds(4, 30, 5),
    generate_audio: generateAudio("audio"),
    seed: modelSeed({ min: 0, max: 4_294_967_295 }),
  }),
  rules: [lastNeedsFirst, excludes("images", ["first_frame", "last_frame"], "Reference images cannot be combined with frames")],
  constants: { model: "seedance2_5" },
  request: ({ aspect_ratio: _a, resolution: _r, ...request }, inputs) => ({
    ...withFrames(request),
    ratio: sizes[inputs.resolution][inputs.aspect_ratio],
  }),
  output: "output[]",
  costUsd: ({ duration, resolution }) => Math.max(duration * usdPerSecond[resolution], 0.8),
});
