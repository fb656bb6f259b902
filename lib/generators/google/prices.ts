/** US dollars for a million tokens: what goes in, words (thoughts too) or whatever comes out, and pictures where they cost otherwise. */
interface TokenPrices {
  input: number;
  output: number;
  image?: number;
}

const newYear2027 = Date.UTC(2027, 0, 1);

/** What Google's newest models cost half of until the end of 2026. https://ai.google.dev/gemini-api/docs/pricing */
export const introductory = (usd: number, now = Date.now()) => (now < newYear2027 ? usd : 2 * usd);

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
