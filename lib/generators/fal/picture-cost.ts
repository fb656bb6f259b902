/** What fal's named sizes are in pixels. */
const pixels: Record<string, number> = {
  square_hd: 1024 * 1024,
  square: 512 * 512,
  portrait_4_3: 768 * 1024,
  portrait_16_9: 576 * 1024,
  landscape_4_3: 1024 * 768,
  landscape_16_9: 1024 * 576,
};

/** Megapixels that fal bills for one picture of this size, begun ones as whole; one where the model chooses the size. */
export function megapixels(size: string | { width: number; height: number } | null | undefined): number {
  const area = typeof size === "object" && size ? size.width * size.height : pixels[size ?? ""];
  return area ? Math.ceil(area / 1_048_576) : 1;
}
