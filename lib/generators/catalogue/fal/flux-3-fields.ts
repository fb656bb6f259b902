import { aspectRatio, choice, outputFormat, promptExpansion, resolution, syncMode } from "@/lib/generators/contract/declare";

const usd = { "512sq": 0.041, "768sq": 0.041, "1k": 0.048, "2k": 0.1, "4k": 0.607 };

/** What both endpoints of FLUX 3 Image have in common: one image a request, no seed. */
export const flux3Fields = {
  aspect_ratio: aspectRatio(["auto", "21:9", "2:1", "16:9", "3:2", "7:5", "4:3", "5:4", "1:1", "4:5", "3:4", "5:7", "2:3", "9:16", "1:2"], "auto"),
  resolution: resolution(["512sq", "768sq", "1k", "2k", "4k"], "1k"),
  output_format: outputFormat(["jpeg", "png"], "jpeg"),
  enable_prompt_expansion: promptExpansion(false),
  safety_tolerance: choice([0, 1, 2, 3, 4], 2, { title: "Safety tolerance", description: "0 is the strictest.", isAdvanced: true }),
  sync_mode: syncMode(),
};

/** Of 512 and 1K fal tells the price, of the others Black Forest Labs: https://docs.bfl.ai/quick_start/pricing (read 2026-11-26) */
export const flux3Usd = (inputs: { resolution: keyof typeof usd }) => usd[inputs.resolution];
export const flux3Unverified =
  "The price above 1K, which is Black Forest Labs' own, and some of the inputs, which are from others who quote fal's schema";
