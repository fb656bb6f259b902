import sharp, { type Sharp } from "sharp";
import { describe, expect, it } from "vitest";
import { looksOf } from "./worker/looks.mjs";

const hashOf = async (file: Buffer) => (await looksOf(sharp(file))).perceptualHash;
const differing = (one: string, other: string) => [...one].filter((bit, at) => bit !== other[at]).length;
const [width, height] = [400, 300];

/** A landscape of shapes and colors that its number decides. */
function picture(number: number): Promise<Buffer> {
  let state = number * 7919 + 1;
  const next = (most: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % most;
  };
  const color = () => `rgb(${next(256)},${next(256)},${next(256)})`;
  const shapes = Array.from({ length: 7 }, (_each, index) =>
    index % 2
      ? `<circle cx="${next(width)}" cy="${next(height)}" r="${20 + next(90)}" fill="${color()}" opacity="0.8"/>`
      : `<rect x="${next(width)}" y="${next(height)}" width="${30 + next(200)}" height="${30 + next(150)}" fill="${color()}"/>`,
  );
  const ground = `<linearGradient id="g" y2="1"><stop stop-color="${color()}"/><stop offset="1" stop-color="${color()}"/></linearGradient>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${ground}<rect width="100%" height="100%" fill="url(#g)"/>${shapes.join("")}</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

const copies: Record<string, (image: Sharp) => Sharp> = {
  "as a JPEG": (image) => image.jpeg({ quality: 50 }),
  "as a WebP": (image) => image.webp({ quality: 40 }),
  "at 40 %": (image) => image.resize(160).png(),
  enlarged: (image) => image.resize(700).png(),
  "a little brighter": (image) => image.modulate({ brightness: 1.08 }).png(),
  "with a little more contrast": (image) => image.linear(1.1, -8).png(),
  "in shades of gray": (image) => image.grayscale().png(),
  "trimmed by 3 %": (image) => image.extract({ left: 6, top: 5, width: width - 12, height: height - 9 }).png(),
};

/** As the search has it. */
const mostDiffering = 12;

describe("the perceptual hash of an image", () => {
  it.each(Object.entries(copies))("is nearly the same of a copy %s", async (_how, copy) => {
    for (const number of [1, 2, 3]) {
      const file = await picture(number);
      const other = await copy(sharp(file)).toBuffer();
      expect(differing(await hashOf(file), await hashOf(other))).toBeLessThanOrEqual(mostDiffering);
    }
  });

  it("is another one of every other image", async () => {
    const hashes = await Promise.all(Array.from({ length: 30 }, async (_each, number) => hashOf(await picture(number + 1))));
    const distances = hashes.flatMap((one, index) => hashes.slice(index + 1).map((other) => differing(one, other)));
    expect(Math.min(...distances)).toBeGreaterThan(mostDiffering);
  });

  it("is of 64 bits, also of an image of one pixel, of one color, and of what is seen through", async () => {
    for (const background of ["#fff", "#000", { r: 9, g: 9, b: 9, alpha: 0.2 }])
      for (const side of [1, 200]) {
        const file = await sharp({ create: { width: side, height: side, channels: 4, background } })
          .png()
          .toBuffer();
        expect(await hashOf(file)).toBe("0".repeat(64));
      }
  });
});
