/** An image's size as the form has it: a name, pixels, or null where the model decides. */
export type Size = string | { width: number; height: number } | null | undefined;

const named: Record<string, { width: number; height: number }> = {
  square_hd: { width: 1024, height: 1024 },
  square: { width: 512, height: 512 },
  portrait_4_3: { width: 768, height: 1024 },
  portrait_16_9: { width: 576, height: 1024 },
  landscape_4_3: { width: 1024, height: 768 },
  landscape_16_9: { width: 1024, height: 576 },
};

const in16ths = (pixels: number) => Math.round(pixels / 16) * 16;

/** Width and height as BFL takes them, multiples of 16; undefined where the model decides. */
export function pixelsOf(size: Size): { width: number; height: number } | undefined {
  if (typeof size !== "object" || size === null) return named[size ?? ""];
  return { width: in16ths(size.width), height: in16ths(size.height) };
}

/**
 * Dollars for an image: so much for the first megapixel, so much for each further one that is begun, and for each megapixel that goes
 * in. What is not known counts as one. https://docs.bfl.ai/quick_start/pricing (read 2026-11-26)
 */
export function priceOf(dollars: { first: number; further: number; input: number }, size: Size, images: number): number {
  const { width, height } = pixelsOf(size) ?? { width: 1024, height: 1024 };
  const megapixels = Math.ceil((width * height) / 1_048_576);
  return dollars.first + dollars.further * (megapixels - 1) + dollars.input * images;
}
