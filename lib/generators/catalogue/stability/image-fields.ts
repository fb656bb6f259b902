import {
  aspectRatio,
  decimal,
  given,
  imageInput,
  type Json,
  modelSeed,
  negativePrompt,
  optionalChoice,
  outputFormat,
  promptFor,
} from "@/lib/generators/contract/declare";

/** https://platform.stability.ai/docs/api-reference#tag/Generate (read 2026-11-26) */
export const stabilityPrompt = () => promptFor("What the image shows.", { max: 10_000 });

const ratios = ["1:1", "21:9", "16:9", "3:2", "5:4", "4:5", "2:3", "9:16", "9:21"] as const;
const styles = [
  "3d-model",
  "analog-film",
  "anime",
  "cinematic",
  "comic-book",
  "digital-art",
  "enhance",
  "fantasy-art",
  "isometric",
  "line-art",
  "low-poly",
  "modeling-compound",
  "neon-punk",
  "origami",
  "photographic",
  "pixel-art",
  "tile-texture",
] as const;

/** Width to height; the image that one begins with decides, where there is one. */
export const stabilityRatio = () => aspectRatio(ratios, "1:1");

/** What every image model of Stability AI takes, after the prompt. */
export const stabilityFields = {
  style_preset: optionalChoice(styles, { title: "Style", description: "Guides the image towards a look." }),
  negative_prompt: negativePrompt(null),
  seed: modelSeed({ min: 0, max: 4_294_967_294 }),
  output_format: outputFormat(["png", "jpeg", "webp"], "png"),
};

/** An image to begin with, and how far the result may leave it. */
export const startFields = {
  image: imageInput({ title: "Image", description: "What to begin with. Empty makes the image from the prompt alone." }).nullish(),
  strength: decimal(0, 1, 0.7, {
    title: "Strength",
    description: "How far the result may leave the image: 0 keeps it, 1 ignores it.",
    visibleWhen: given("image"),
  }),
};

/** Strength belongs to an image that one begins with. */
export const withStart = ({ strength, ...request }: Record<string, Json>): Record<string, Json> =>
  request.image === undefined ? request : { ...request, strength: strength ?? 0.7 };
