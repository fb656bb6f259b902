// @ts-check
import sharp from "sharp";
import { rgbaToThumbHash } from "thumbhash";

/** The most that a ThumbHash is made of. */
const side = 100;

/**
 * An image as a ThumbHash, in base64: some 25 bytes that show its colors and its shapes, blurred.
 * @param {import("sharp").Sharp} image
 */
export async function placeholderOf(image) {
  const { data, info } = await image
    .resize({ width: side, height: side, fit: "inside" })
    .toColorspace("srgb")
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString("base64");
}

/**
 * The placeholder of a preview that was stored before there were any.
 * @param {{ path: string }} job
 */
export const readPlaceholder = async ({ path }) => ({ placeholder: await placeholderOf(sharp(path)) });
