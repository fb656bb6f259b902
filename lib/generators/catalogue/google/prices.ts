import { today } from "@/lib/generators/contract/today";

/** US dollars for a million tokens: input, output (thoughts too), and images where they cost otherwise. */
interface TokenPrices {
  input: number;
  output: number;
  image?: number;
}

/** Google's newest models cost half until a day, as in 2027-01-01. https://ai.google.dev/gemini-api/docs/pricing (read 2026-11-26) */
export const introductory = (usd: number, until = "2027-01-01") => (today() < until ? usd : 2 * usd);

const million = 1_000_000;

/** What an answer of `generateContent` cost by its counts; undefined without them. */
export function contentUsd(usage: Record<string, number>, { input, output, image }: TokenPrices): number | undefined {
  const { promptTokenCount, candidatesTokenCount, thoughtsTokenCount = 0 } = usage;
  const images = image === undefined ? 0 : usage["candidatesTokensDetails.IMAGE"];
  if (promptTokenCount === undefined || candidatesTokenCount === undefined || images === undefined) return undefined;
  const rest = candidatesTokenCount - images + thoughtsTokenCount;
  return (promptTokenCount * input + rest * output + images * (image ?? 0)) / million;
}

/** What an interaction that makes video cost by its counts; undefined without them. */
export function videoInteractionUsd(usage: Record<string, number>, { input, output, video }: TokenPrices & { video: number }): number | undefined {
  const { total_input_tokens, total_output_tokens, total_thought_tokens = 0 } = usage;
  const videos = usage["output_tokens_by_modality.video"];
  if (total_input_tokens === undefined || total_output_tokens === undefined || videos === undefined) return undefined;
  return (total_input_tokens * input + (total_output_tokens - videos + total_thought_tokens) * output + videos * video) / million;
}
