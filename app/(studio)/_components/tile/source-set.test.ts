import { expect, it } from "vitest";
import { shownWidth, sourceSet } from "./source-set";

it("names each preview once, by its own width", () => {
  expect(
    sourceSet([
      ["/a?signature=1", 320],
      ["/b", 640],
      ["/b", 1280],
    ]),
  ).toBe("/a?signature=1 320w, /b 640w");
  expect(sourceSet([[null, 320]])).toBeUndefined();
});

it.each([
  ["of the box's ratio", { width: 310, height: 155 }, 2, 310],
  ["wider than the box", { width: 200, height: 200 }, 2, 400],
  ["higher than the box", { width: 200, height: 100 }, 0.5, 200],
  ["of an unknown ratio", { width: 200, height: 100 }, null, 200],
])("an image %s covers it", (_what, box, ratio, width) => {
  expect(shownWidth(box, ratio)).toBe(width);
});
