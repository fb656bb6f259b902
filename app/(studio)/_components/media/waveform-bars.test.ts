import { expect, it } from "vitest";
import { barsOf } from "./waveform-bars";

it("gathers peaks into bars by the loudest of each, and shows a quiet line where none are known", () => {
  const peaks = Buffer.from([0, 255, 0, 0, 51, 102]).toString("base64");
  expect(barsOf(peaks, 3)).toEqual([1, 0.04, 0.4]);
  expect(barsOf(peaks, 12)).toHaveLength(12);
  expect(new Set(barsOf(null, 4))).toEqual(new Set([0.12]));
});
