// @ts-check

const side = 32;
/** So many waves across and so many down make the 64 bits. */
const waves = 8;
/** What compression alone adds to a wave, summed over all pixels. */
const noise = 32;

const cosines = Array.from({ length: waves }, (_row, wave) =>
  Float64Array.from({ length: side }, (_each, at) => Math.cos(((2 * at + 1) * wave * Math.PI) / (2 * side))),
);

/**
 * What an image looks like as 64 bits, "0110…": which of its slowest waves of brightness (a discrete cosine transform, https://www.phash.org)
 * are stronger than half of them. Copies that were resized, compressed, brightened or trimmed differ by a few bits, others by half.
 * @param {import("sharp").Sharp} image
 */
export async function perceptualHashOf(image) {
  const pixels = await image.flatten({ background: "#fff" }).grayscale().resize(side, side, { fit: "fill" }).raw().toBuffer();
  const across = Array.from({ length: side }, (_row, y) =>
    cosines.map((cosine) => cosine.reduce((sum, weight, x) => sum + weight * (pixels[y * side + x] ?? 0), 0)),
  );
  const strengths = cosines.flatMap((cosine) =>
    cosines.map((_each, wave) => cosine.reduce((sum, weight, y) => sum + weight * (across[y]?.[wave] ?? 0), 0)),
  );
  // The first is no wave: it tells how bright the whole is.
  const median = strengths.slice(1).sort((one, other) => one - other)[(waves * waves) / 2 - 1] ?? 0;
  return strengths.map((strength, index) => (index > 0 && strength > median + noise ? "1" : "0")).join("");
}
