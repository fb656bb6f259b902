import { choice, numImages, outputFormat } from "@/lib/generators/contract/model-fields";

/** What the models of this family have in common. */
export const gptImageFields = {
  size: choice(["auto", "1024x1024", "1536x1024", "1024x1536"], "auto", { title: "Size", description: "Width × height in pixels." }),
  quality: choice(["low", "medium", "high"], "high", { title: "Quality", description: "Higher costs more and takes longer." }),
  background: choice(["auto", "transparent", "opaque"], "auto", {
    title: "Background",
    description: "Transparent needs PNG or WebP.",
    isAdvanced: true,
  }),
  output_format: outputFormat(["png", "jpeg", "webp"], "png"),
  n: numImages(10),
};

/**
 * What GPT Image 1.5 costs: for a million tokens 5 and 8 dollars of text and images given, 10 and 32 of text and images generated.
 * https://developers.openai.com/api/docs/pricing
 */
export function gptImageBilledUsd(usage: Record<string, number>): number | undefined {
  const { input_tokens, output_tokens } = usage;
  if (input_tokens === undefined || output_tokens === undefined) return undefined;
  const imagesGiven = usage["input_tokens_details.image_tokens"] ?? 0;
  const textMade = usage["output_tokens_details.text_tokens"] ?? 0;
  return (5 * (input_tokens - imagesGiven) + 8 * imagesGiven + 10 * textMade + 32 * (output_tokens - textMade)) / 1e6;
}
