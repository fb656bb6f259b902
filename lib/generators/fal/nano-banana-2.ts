import { defineGenerator, z } from "../declare";
import {
  aspectRatio,
  limitGenerations,
  modelSeed,
  numImages,
  optionalChoice,
  outputFormat,
  promptFor,
  resolution,
  safetyTolerance,
  syncMode,
  webSearch,
} from "../model-fields";

export const nanoBanana2 = defineGenerator({
  provider: "fal",
  name: "fal-nano-banana-2",
  title: "Nano Banana 2",
  description: "Makes pictures from words. Nano Banana 2 by Google, at fal.",
  vendor: "Google",
  task: "text-to-image",
  artifactType: "image",
  endpoint: "fal-ai/nano-banana-2",
  source: { page: "https://fal.ai/models/fal-ai/nano-banana-2/api", readOn: "2026-11-25" },
  input: z.object({
    prompt: promptFor("What the picture shows.", { min: 3, max: 50000 }),
    num_images: numImages(4),
    aspect_ratio: aspectRatio(["auto", "21:9", "16:9", "3:2", "4:3", "5:4", "1:1", "4:5", "3:4", "2:3", "9:16", "4:1", "1:4", "8:1", "1:8"], "auto"),
    resolution: resolution(["0.5K", "1K", "2K", "4K"], "1K"),
    seed: modelSeed(),
    output_format: outputFormat(["jpeg", "png", "webp"], "png"),
    safety_tolerance: safetyTolerance(6, "4"),
    limit_generations: limitGenerations(true),
    enable_web_search: webSearch(),
    thinking_level: optionalChoice(["minimal", "high"], { title: "Thinking", description: "How long the model thinks first.", isAdvanced: true }),
    sync_mode: syncMode(),
  }),
  output: "images[].url",
  costUsd: ({ num_images, resolution, enable_web_search, thinking_level }) =>
    0.08 * { "0.5K": 0.75, "1K": 1, "2K": 1.5, "4K": 2 }[resolution] * num_images +
    (enable_web_search ? 0.015 : 0) +
    (thinking_level === "high" ? 0.002 : 0),
});
