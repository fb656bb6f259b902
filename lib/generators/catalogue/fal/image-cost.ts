/** What fal's named sizes are in pixels. */
const pixels: Record<string, number> = {
  square_hd: 1024 * 1024,
  square: 512 * 512,
  portrait_4_3: 768 * 1024,
  portrait_16_9: 576 * 1024,
  landscape_4_3: 1024 * 768,
  landscape_16_9: 1024 * 576,
};

/** An image's size as the form has it: a name, pixels, or nothing where the model chooses. */
type Size = string | { width: number; height: number } | null | undefined;

/** Pixels of one image of this size; 0 where the model chooses. */
export const pixelsOf = (size: Size): number => (typeof size === "object" && size ? size.width * size.height : (pixels[size ?? ""] ?? 0));

/** Megapixels that fal bills for one image of this size, begun ones as whole; one where the model chooses the size. */
export const megapixels = (size: Size): number => Math.ceil(pixelsOf(size) / 1_048_576) || 1;
