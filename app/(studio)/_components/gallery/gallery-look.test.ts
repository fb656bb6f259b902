import { expect, it } from "vitest";
import { readLook, writeLook } from "./gallery-look";
import { tileSizes } from "./tile-sizes";

const usual = { layout: "justified", tileSize: null, isGrouped: false, timeZone: null };

it.each([
  ["nothing", undefined, usual],
  ["another program's value", "dark", usual],
  ["what was chosen", "list.200.grouped.Asia/Kolkata", { layout: "list", tileSize: 200, isGrouped: true, timeZone: "Asia/Kolkata" }],
  ["what is not offered any more", "spiral.9000.yes.Moon/Sea", { ...usual, tileSize: tileSizes.most }],
])("reads a look from %s", (_what, text, look) => expect(readLook(text)).toEqual(look));

it("reads what it wrote", () => {
  for (const text of ["square.auto.single.", "justified.300.grouped.America/Argentina/Buenos_Aires", "list.140.single.Etc/GMT+5"])
    expect(writeLook(readLook(text))).toBe(text);
});
