import { aspectRatio, defineGenerator, excludes, resolution, seconds, z } from "@/lib/generators/contract/declare";
import { frameEndpoint, frameFields, framePrompt, lastNeedsFirst, referenceImages, withFrames } from "./frame-fields";

const usdPerSecond = { "768p": 0.1, "2k": 0.15 };

export const hailuo3 = defineGenerator({
  provider: "runway",
  name: "runway-hailuo-3",
  title: "Hailuo 3.0 (Runway)",
  description: "Generate video with audio in up to 2K from text, frames or reference images with MiniMax's Hailuo 3.0, on Runway.",
  vendor: "MiniMax",
  task: "text/image-to-video",
  artifactType: "video",
  endpoint: frameEndpoint,
  source: { page: "https://docs.dev.runwayml.com/guides/pricing", readOn: "2026-11-26" },
  input: z.object({
    prompt: framePrompt(),
    ...frameFields,
    images: referenceImages(9),
    resolution: resolution(["768p", "2k"], "768p", "resolution"),
    aspect_ratio: aspectRatio(["21:9", "16:9", "4:3", "1:1", "3:4", "9:16"], "16:9", "ratio"),
    duration: seconds(5, 15, 5),
  }),
  rules: [lastNeedsFirst, excludes("images", ["first_frame", "last_frame"], "Reference images cannot be combined with frames")],
  constants: { model: "hailuo3" },
  request: (request, { first_frame }) => ({ ...withFrames(request), ...(first_frame ? { ratio: "adaptive" } : {}) }),
  output: "output[]",
  costUsd: ({ duration, resolution, images }) => duration * usdPerSecond[resolution] + 0.02 * (images?.length ?? 0),
});
