// @ts-check
import sharp from "sharp";
import { rgbaToThumbHash } from "thumbhash";
import { perceptualHashOf } from "./perceptual-hash.mjs";

/** The most that a ThumbHash is made of. */
const side = 100;

/**
 * What an image looks like, in short: `placeholder`, a ThumbHash in base64, some 25 bytes that show its colors and its shapes, blurred; and
 * `perceptualHash`, by which others like it are found.
 * @param {import("sharp").Sharp} image
 */
export async function looksOf(image) {
  const { data, info } = await image
    .resize({ width: side, height: side, fit: "inside" })
    .toColorspace("srgb")
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const placeholder = Buffer.from(rgbaToThumbHash(width, height, data)).toString("base64");
  return { placeholder, perceptualHash: await perceptualHashOf(sharp(data, { raw: { width, height, channels } })) };
}

/**
 * The looks of a preview that was stored before they were kept.
 * @param {{ path: string }} job
 */
export const readLooks = ({ path }) => looksOf(sharp(path));
