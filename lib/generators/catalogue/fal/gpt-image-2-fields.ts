import { choice, customImageSize, imageInputs, numImages, outputFormat, promptFor } from "@/lib/generators/contract/declare";
import { pixelsOf } from "./image-cost";

const names = ["square_hd", "square", "portrait_4_3", "portrait_16_9", "landscape_4_3", "landscape_16_9"] as const;
const longest = 3840;
const fewest = 655_360;
const most = 8_294_400;

/** A named size, or pixels within what the family can do. https://fal.ai/models/openai/gpt-image-2/llms.txt (read 2026-11-26) */
const sizeOf = <const Value extends string>(values: readonly Value[]) =>
  customImageSize({ names: values, min: 16, max: longest, step: 16 }).refine((size) => {
    if (typeof size !== "object") return true;
    const { width, height } = size;
    return width * height >= fewest && width * height <= most && Math.max(width, height) <= 3 * Math.min(width, height);
  }, "takes 655,360 to 8,294,400 pixels, with no side longer than three times the other");

/** What GPT Image 2 and 2.5 have in common when they make images. */
export const gptImage2Fields = {
  prompt: promptFor("Describe the image.", { max: 32_000 }),
  num_images: numImages(4),
  output_format: outputFormat(["jpeg", "png", "webp"], "png"),
};

/** What GPT Image 2 and 2.5 have in common when they edit images. */
export const gptImage2EditFields = {
  ...gptImage2Fields,
  prompt: promptFor("Describe the edit.", { max: 32_000 }),
  image_urls: imageInputs({ title: "Images", description: "Images to edit or combine, up to 16.", max: 16 }),
};

export const gptImage2Size = () => sizeOf(names).default("landscape_4_3");
/** `auto` takes the size of the input images. */
export const gptImage2AnySize = <const Value extends "auto" | "landscape_4_3">(defaultValue: Value) =>
  sizeOf(["auto", ...names]).default(defaultValue);

const qualityLabel = { title: "Quality", description: "Higher quality costs more and takes longer." };
export const gptImage2Quality = () => choice(["auto", "low", "medium", "high"], "high", qualityLabel);
export const gptImage25Quality = () => choice(["auto", "low", "medium", "high", "xhigh", "max"], "high", qualityLabel);
export const gptImageBackground = () =>
  choice(["auto", "transparent", "opaque"], "auto", { title: "Background", description: "Background of the image." });

/** Dollars for an image of a megapixel, by quality. OpenAI's own, since fal bills tokens: https://platform.openai.com/docs/pricing (read 2026-11-26) */
const gptImage2Prices = { low: 0.006, medium: 0.053, high: 0.211, auto: 0.211 };
/** The same for GPT Image 2.5, from the tokens that others measured, at $30 a million; `auto` is reckoned as `high`. */
const gptImage25Prices = { low: 0.006, medium: 0.0132, high: 0.0527, xhigh: 0.0937, max: 0.2107, auto: 0.0527 };

interface Priced<Quality extends string> {
  quality: Quality;
  image_size: Parameters<typeof pixelsOf>[0];
  num_images: number;
  image_urls?: string[];
}

// What goes in is some 1,500 tokens an image, at $8 a million.
const priceBy =
  <Quality extends string>(prices: Record<Quality, number>) =>
  ({ quality, image_size, num_images, image_urls = [] }: Priced<Quality>) =>
    prices[quality] * Math.max(1, pixelsOf(image_size) / 1_048_576) * num_images + 0.012 * image_urls.length;

export const gptImage2Usd = priceBy(gptImage2Prices);
export const gptImage25Usd = priceBy(gptImage25Prices);
