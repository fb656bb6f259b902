import { numImages, outputFormat, resolution, syncMode } from "../model-fields";

/** What the models of this family have in common. */
export const nanoBananaProFields = {
  num_images: numImages(4),
  resolution: resolution(["1K", "2K", "4K"], "1K"),
  output_format: outputFormat(["jpeg", "png", "webp"], "png"),
  sync_mode: syncMode(),
};
