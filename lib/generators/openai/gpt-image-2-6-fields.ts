import { choice, imageInput, imageInputs, numImages, outputFormat, promptFor, requires, transparentHasNoJpeg } from "../declare";

const qualities = ["auto", "low", "medium", "high", "xhigh", "max"] as const;
const levels = ["low", "medium", "high"] as const;

/** What both models of GPT Image 2.6 take; with pictures, they are changed. https://developers.openai.com/api/docs/guides/image-prompting (read 2026-11-26) */
export const gptImage26Fields = {
  prompt: promptFor("What the picture shows; with pictures, what to change or make of them.", { max: 32_000 }),
  images: imageInputs({ title: "Pictures", description: "What to work on, up to 16.", max: 16, wire: "image" }).nullish(),
  mask: imageInput({ title: "Mask", description: "Transparent where the first picture may change." }).nullish(),
  size: choice(["auto", "1024x1024", "1536x1024", "1024x1536"], "auto", { title: "Size", description: "Width times height in pixels." }),
  quality: choice(qualities, "auto", { title: "Quality", description: "Higher costs more and takes longer." }),
  complexity: choice(levels, "high", {
    title: "Planning",
    description: "How much the model plans first: more helps with dense text and layouts.",
    isAdvanced: true,
  }),
  background: choice(["auto", "transparent", "opaque"], "auto", { title: "Background", description: "Of the picture.", isAdvanced: true }),
  output_format: outputFormat(["png", "jpeg", "webp"], "png"),
  n: numImages(10),
};

export const gptImage26Rules = [transparentHasNoJpeg, requires("mask", ["images"], "A mask needs a picture")];

interface Priced {
  images?: string[] | null | undefined;
  quality: (typeof qualities)[number];
  size: string;
  n: number;
}

/** Pictures are made by one operation and changed by another. */
export const gptImage26Endpoint = ({ images }: Pick<Priced, "images">) => (images?.length ? "images.edit" : "images.generate");

/**
 * An estimate: OpenAI names prices of tokens alone, and how many a picture takes only for models before this one. Each of the two new steps is
 * reckoned at twice the one below it, and `auto` as `high`.
 */
export function gptImage26Usd({ images, quality, size, n }: Priced): number {
  const square = { low: 0.008, medium: 0.032, high: 0.125, xhigh: 0.25, max: 0.5, auto: 0.125 }[quality];
  return square * (size === "1024x1024" ? 1 : 1.5) * n + (images?.length ?? 0) * 0.012;
}

/** For a million tokens 5 and 8 dollars of text and pictures given, and 30 of what is made. */
export function gptImage26BilledUsd(usage: Record<string, number>): number | undefined {
  const { input_tokens, output_tokens, "input_tokens_details.image_tokens": picturesGiven = 0 } = usage;
  if (input_tokens === undefined || output_tokens === undefined) return undefined;
  return (5 * (input_tokens - picturesGiven) + 8 * picturesGiven + 30 * output_tokens) / 1e6;
}
