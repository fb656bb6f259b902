import { choice, outputFormat, syncMode } from "@/lib/generators/contract/declare";

const sizes = ["square_hd", "square", "portrait_4_3", "portrait_16_9", "landscape_4_3", "landscape_16_9", "auto_1K", "auto_2K"] as const;

/** What both endpoints of Seedream 5 Pro have in common: one image a request, no seed. */
export const seedreamV5ProFields = {
  image_size: choice(sizes, "auto_2K", { title: "Size", description: "Dimensions of the image. “auto” lets the model choose the shape." }),
  output_format: outputFormat(["jpeg", "png"], "jpeg"),
  sync_mode: syncMode(),
};

/** $0.0675 up to 1536 × 1536, twice that up to 2048 × 2048, and $0.0045 for each image given but the first. */
export const seedreamV5ProUsd = (inputs: { image_size: (typeof sizes)[number]; image_urls?: string[] }) =>
  (inputs.image_size === "auto_2K" ? 0.135 : 0.0675) + 0.0045 * Math.max(0, (inputs.image_urls?.length ?? 0) - 1);
