import { defineGenerator, z } from "../declare";
import {
  aspectRatio,
  modelSeed,
  numImages,
  optionalChoice,
  outputFormat,
  promptFor,
  resolution,
  safetyTolerance,
  sourceImages,
  webSearch,
} from "../model-fields";

export const nanoBanana2Edit = defineGenerator({
  provider: "fal",
  name: "fal-nano-banana-2-edit",
  title: "Nano Banana 2 Edit",
  description: "Changes pictures as the prompt says, with Nano Banana 2 by Google, at fal.",
  vendor: "Google",
  task: "image-edit",
  artifactType: "image",
  endpoint: "fal-ai/nano-banana-2/edit",
  source: { page: "https://fal.ai/models/fal-ai/nano-banana-2/edit/api", readOn: "2026-08-09" },
  input: z.object({
    prompt: promptFor("What to change, and how.", { min: 3, max: 50000 }),
    image_urls: sourceImages(14),
    num_images: numImages(4),
    aspect_ratio: aspectRatio(["auto", "21:9", "16:9", "3:2", "4:3", "5:4", "1:1", "4:5", "3:4", "2:3", "9:16", "4:1", "1:4", "8:1", "1:8"], "auto"),
    resolution: resolution(["0.5K", "1K", "2K", "4K"], "1K"),
    output_format: outputFormat(["jpeg", "png", "webp"], "png"),
    safety_tolerance: safetyTolerance(6, "4"),
    enable_web_search: webSearch(),
    thinking_level: optionalChoice(["minimal", "high"], { title: "Thinking", description: "How long the model thinks first.", isAdvanced: true }),
    seed: modelSeed(),
  }),
  output: "images[].url",
  costUsd: ({ resolution, num_images, enable_web_search, thinking_level }) =>
    0.08 * { "0.5K": 0.75, "1K": 1, "2K": 1.5, "4K": 2 }[resolution] * num_images +
    (enable_web_search ? 0.015 : 0) +
    (thinking_level === "high" ? 0.002 : 0),
});
