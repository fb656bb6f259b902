import { choice, numImages, outputFormat } from "../model-fields";

/** What the models of this family have in common. */
export const gptImageFields = {
  size: choice(["auto", "1024x1024", "1536x1024", "1024x1536"], "auto", { title: "Size", description: "Width times height in pixels." }),
  quality: choice(["low", "medium", "high"], "high", { title: "Quality", description: "Higher costs more." }),
  background: choice(["auto", "transparent", "opaque"], "auto", { title: "Background", description: "Of the picture.", isAdvanced: true }),
  output_format: outputFormat(["png", "jpeg", "webp"], "png"),
  n: numImages(10),
};
