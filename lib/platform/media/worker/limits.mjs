// @ts-check

/** Pixels that are held in memory at once: one image, or one frame of a video. A phone's 48 megapixels and video in 8K fit. */
export const heldPixels = 50_000_000;
/** Pixels of an image that is read row by row, and so is never in memory whole. */
export const streamedPixels = 250_000_000;

/** What is not decoded, with a sentence for people. */
export class Refusal extends Error {}

/**
 * Refuses by what a file says of itself, before anything of it is decoded. Of an animation one frame is decoded, so that its frames do not count.
 * @param {{ width?: number, height?: number, isStreamed?: boolean }} size
 */
export function assertDecodable({ width = 0, height = 0, isStreamed = false }) {
  const limit = isStreamed ? streamedPixels : heldPixels;
  if (width * height <= limit) return;
  throw new Refusal(
    `${width.toLocaleString("en")} × ${height.toLocaleString("en")} pixels are more than the ${limit / 1_000_000} million that can be decoded here`,
  );
}
