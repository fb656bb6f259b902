import { choice, imageInputs, numImages } from "@/lib/generators/contract/declare";

type Quality = "auto" | "low" | "medium" | "high";
type Size = "auto" | "1024x1024" | "1536x1024" | "1024x1536";

/** Dollars for one image, by quality, for 1024 by 1024, 1536 by 1024 and 1024 by 1536. */
export type GptImagePrices = Record<Exclude<Quality, "auto">, [square: number, wide: number, high: number]>;

/** Price of one image; where the model chooses quality or size, the highest that it may choose. */
export function gptImageUsd(prices: GptImagePrices, quality: Quality, size: Size): number {
  const [square, wide, high] = prices[quality === "auto" ? "high" : quality];
  return { auto: Math.max(wide, high), "1024x1024": square, "1536x1024": wide, "1024x1536": high }[size];
}

/** Tokens that an input image of 1024 by 1024 counts as. */
export const gptInputTokens = { low: 135, high: 3050 };

/** Rounded up to the next cent, as some of the family are billed. */
export const upToCents = (usd: number) => Math.ceil(Number((usd * 100).toFixed(6))) / 100;

/** GPT Image 1.5, for both generating and editing. */
export const gptImage15Prices: GptImagePrices = { low: [0.009, 0.013, 0.013], medium: [0.034, 0.05, 0.051], high: [0.133, 0.199, 0.2] };

/** What the models of this family have in common. */
export const gptImageFields = {
  image_urls: imageInputs({ title: "Images", description: "The images to edit.", max: 16 }),
  num_images: numImages(4),
  image_size: choice(["auto", "1024x1024", "1536x1024", "1024x1536"], "auto", { title: "Size", description: "Dimensions of the image." }),
};
