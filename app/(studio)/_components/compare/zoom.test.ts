import { expect, it } from "vitest";
import { moved, whole, zoomed } from "./zoom";

it("keeps the point under the pointer where it is", () => {
  const at = { x: 0.25, y: -0.25 };
  const { scale, x, y } = zoomed(whole, 2, at);
  expect(scale).toBe(2);
  // What was at the pointer: its place in the picture, scaled and moved.
  expect([at.x * scale + x, at.y * scale + y]).toEqual([at.x, at.y]);
});

it("goes neither beyond the whole nor past an edge", () => {
  expect(zoomed(whole, 0.5)).toEqual(whole);
  expect(zoomed(whole, 1000).scale).toBe(16);
  expect(moved(whole, { x: 1, y: 1 })).toEqual(whole);
  expect(moved({ scale: 3, x: 0, y: 0 }, { x: 5, y: -5 })).toEqual({ scale: 3, x: 1, y: -1 });
});
