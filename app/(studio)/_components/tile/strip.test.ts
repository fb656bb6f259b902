import { expect, it } from "vitest";
import { frameAt, stripStyle } from "./strip";

it("takes the first frame at the beginning and the last at the end", () => {
  expect([0, 0.49, 0.5, 1].map((share) => frameAt(share, 12))).toEqual([0, 5, 6, 11]);
});

it("shows a frame as the video covers the box", () => {
  expect(stripStyle("/strip", 12, 3, { width: 320, height: 180 }, 16 / 9)).toMatchObject({
    backgroundSize: "3840px 180px",
    backgroundPosition: "-960px 0px",
  });
  expect(stripStyle("/strip", 10, 1, { width: 100, height: 100 }, 2)).toMatchObject({
    backgroundSize: "2000px 100px",
    backgroundPosition: "-250px 0px",
  });
});
