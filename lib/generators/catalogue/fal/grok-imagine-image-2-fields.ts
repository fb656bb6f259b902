import { choice, numImages, outputFormat, resolution, syncMode } from "@/lib/generators/contract/declare";

export const grokImagineRatios = ["2:1", "20:9", "19.5:9", "16:9", "4:3", "3:2", "1:1", "2:3", "3:4", "9:16", "9:19.5", "9:20", "1:2"] as const;

/** What both endpoints of Grok Imagine Image 2 have in common. https://fal.ai/models/xai/grok-imagine-image/v2.0/edit/api, as others quote it (2026-11-26); see second-hand.ts */
export const grokImagineImage2Fields = {
  num_images: numImages(4),
  resolution: resolution(["1k", "2k"], "1k"),
  quality: choice(["low", "medium"], "medium", { title: "Quality", description: "Higher quality costs more and takes longer." }),
  output_format: outputFormat(["jpeg", "png", "webp"], "jpeg"),
  sync_mode: syncMode(),
};

const usd = { "1k": { low: 0.04, medium: 0.06 }, "2k": { low: 0.06, medium: 0.08 } };

/** An image by resolution and quality, and $0.01 for each image given. */
export const grokImagineImage2Usd = (inputs: { num_images: number; resolution: "1k" | "2k"; quality: "low" | "medium"; image_urls?: string[] }) =>
  usd[inputs.resolution][inputs.quality] * inputs.num_images + 0.01 * (inputs.image_urls?.length ?? 0);
