import {
  aspectRatio,
  choice,
  limitGenerations,
  modelSeed,
  numImages,
  optionalWords,
  outputFormat,
  resolution,
  safetyTolerance,
  syncMode,
  webSearch,
} from "@/lib/generators/contract/declare";

const usd = { "1K": 0.04, "2K": 0.059, "4K": 0.134 };

/** What both endpoints of Nano Banana 2.1 have in common. https://fal.ai/models/google/nano-banana-2.1/llms.txt, as others quote it (2026-11-26); see second-hand.ts */
export const nanoBanana21Fields = {
  num_images: numImages(4),
  aspect_ratio: aspectRatio(["auto", "21:9", "16:9", "3:2", "4:3", "5:4", "1:1", "4:5", "3:4", "2:3", "9:16", "4:1", "1:4", "8:1", "1:8"], "auto"),
  resolution: resolution(["1K", "2K", "4K"], "1K"),
  thinking_level: choice(["minimal", "medium", "high"], "medium", {
    title: "Thinking level",
    description: "How much the model reasons before generating.",
    isAdvanced: true,
  }),
  system_prompt: optionalWords({ title: "System prompt", description: "General instructions for the model.", format: "textarea", isAdvanced: true }),
  output_format: outputFormat(["jpeg", "png", "webp"], "png"),
  safety_tolerance: safetyTolerance(6, "4"),
  enable_web_search: webSearch(),
  seed: modelSeed(),
  limit_generations: limitGenerations(true),
  sync_mode: syncMode(),
};

/** fal bills tokens and tells what an image comes to with a short prompt; an image given is some $0.002. */
export const nanoBanana21Usd = (inputs: { num_images: number; resolution: keyof typeof usd; image_urls?: string[] }) =>
  usd[inputs.resolution] * inputs.num_images + 0.002 * (inputs.image_urls?.length ?? 0);
