// @ts-check
import { readFile } from "node:fs/promises";
import libheif from "libheif-js/libheif-wasm/libheif-bundle.mjs";
import sharp from "sharp";
import { assertDecodable } from "./limits.mjs";

// One decoder at a time and no cache: memory is what is scarce here.
sharp.concurrency(1);
sharp.cache(false);

// Pixels are counted by assertDecodable, which knows more of the formats than one number.
/** @type {import("sharp").SharpOptions} */
const lenient = { limitInputPixels: false, failOn: "none" };

/**
 * What an image's header says; `width` and `height` as shown.
 * @param {string} path
 */
export async function readImageHeader(path) {
  const { format, width, height, autoOrient, isProgressive, compression } = await sharp(path, lenient).metadata();
  return {
    width: autoOrient.width,
    height: autoOrient.height,
    stored: { width, height },
    isStreamed: (format === "jpeg" || format === "png") && !isProgressive,
    isHeic: format === "heif" && compression === "hevc",
    /** Whether browsers other than one can show it. */
    isShownByBrowsers: ["jpeg", "png", "webp", "gif"].includes(format) || (format === "heif" && compression === "av1"),
  };
}

/**
 * An image that fits into a box, upright and in sRGB, as raw pixels. A damaged one is as whole as can be.
 * @param {string} path
 * @param {Awaited<ReturnType<typeof readImageHeader>>} header
 * @param {{ width: number, height: number }} box
 */
export async function decodeImage(path, header, box) {
  assertDecodable({ ...header.stored, isStreamed: header.isStreamed });
  const fit = { ...box, fit: /** @type {const} */ ("inside"), withoutEnlargement: true };
  if (header.isHeic) return { ...(await pixelsOf((await heicPixels(await readFile(path))).resize(fit))), isDamaged: false };
  const decode = (/** @type {"error" | "none"} */ failOn) =>
    pixelsOf(
      sharp(path, { ...lenient, failOn })
        .autoOrient()
        .resize(fit),
    );
  try {
    return { ...(await decode("error")), isDamaged: false };
  } catch {
    return { ...(await decode("none")), isDamaged: true };
  }
}

/** @param {import("sharp").Sharp} image */
async function pixelsOf(image) {
  const { data, info } = await image.toColorspace("srgb").raw().toBuffer({ resolveWithObject: true });
  return { data, raw: { width: info.width, height: info.height, channels: info.channels } };
}

// sharp's own libheif comes without a decoder for HEVC, this one with: https://github.com/catdad-experiments/libheif-js
/** @param {Buffer} bytes */
async function heicPixels(bytes) {
  const decoder = new (libheif().HeifDecoder)();
  try {
    const images = decoder.decode(bytes);
    const image = images.find((each) => each.is_primary()) ?? images[0];
    if (!image) throw new Error("The file holds no image");
    const [width, height] = [image.get_width(), image.get_height()];
    assertDecodable({ width, height });
    const data = new Uint8ClampedArray(width * height * 4);
    const isShown = await new Promise((resolve) => image.display({ data, width, height }, resolve));
    if (!isShown) throw new Error("The image cannot be decoded");
    return sharp(data, { raw: { width, height, channels: 4 } });
  } finally {
    decoder.decoder.delete();
  }
}
