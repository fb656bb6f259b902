import { aspectRatio, defineGenerator, excludes, given, onlyWhile, resolution, seconds, z } from "@/lib/generators/contract/declare";
import { frameEndpoint, frameFields, framePrompt, referenceImages, withFrames } from "./frame-fields";

const usdPerSecond = { "480p": 0.1, "720p": 0.16, "1080p": 0.29 };

export const grokImagine15 = defineGenerator({
  provider: "runway",
  name: "runway-grok-imagine-1-5",
  title: "Grok Imagine 1.5 (Runway)",
  description: "Generate video with audio from text, a first frame or reference images with xAI's Grok Imagine 1.5, on Runway.",
  vendor: "xAI",
  task: "text/image-to-video",
  artifactType: "video",
  endpoint: frameEndpoint,
  source: { page: "https://docs.dev.runwayml.com/guides/pricing", readOn: "2026-11-26" },
  input: z.object({
    prompt: framePrompt(),
    first_frame: frameFields.first_frame,
    images: referenceImages(7),
    resolution: resolution(["480p", "720p", "1080p"], "720p", "resolution"),
    aspect_ratio: aspectRatio(["16:9", "9:16", "1:1", "4:3", "3:4", "3:2", "2:3"], "16:9"),
    duration: seconds(1, 15, 5),
  }),
  rules: [
    excludes("images", ["first_frame"], "Reference images cannot be combined with a first frame"),
    onlyWhile(given("images"), "resolution", ["480p", "720p"], "With reference images, 720p is the largest"),
  ],
  constants: { model: "grok_imagine_1_5" },
  request: ({ aspect_ratio, ...request }, { first_frame }) => ({
    ...withFrames(request),
    ...(first_frame || !aspect_ratio ? {} : { ratio: aspect_ratio }),
  }),
  output: "output[]",
  costUsd: ({ duration, resolution, images, first_frame }) =>
    duration * usdPerSecond[resolution] + 0.01 * ((images?.length ?? 0) + (first_frame ? 1 : 0)),
});
