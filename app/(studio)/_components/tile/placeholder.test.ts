import { rgbaToThumbHash } from "thumbhash";
import { expect, it } from "vitest";
import { placeholderColor, placeholderUrl } from "./placeholder";

const red = Buffer.from(rgbaToThumbHash(4, 4, new Uint8Array(Array.from({ length: 16 }, () => [200, 20, 20, 255]).flat()))).toString("base64");

it("makes an image and a color of a ThumbHash, and nothing of what is none", () => {
  expect(placeholderUrl(red)).toMatch(/^data:image\/png;base64,/);
  expect(placeholderColor(red)).toMatch(/^rgb\((19|20)\d (1|2|3)\d (1|2|3)\d \/ 1.00\)$/);
  for (const none of [null, undefined, "", "*"]) expect([placeholderUrl(none), placeholderColor(none)]).toEqual([undefined, undefined]);
});
