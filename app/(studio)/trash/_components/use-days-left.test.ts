import { expect, it } from "vitest";
import { daysUntil } from "./use-days-left";

it("counts each day that has begun, and none once it is over", () => {
  const now = Date.parse("2026-03-01T12:00:00Z");
  expect(["2026-03-31T12:00:00Z", "2026-03-02T11:00:00Z", "2026-03-01T12:00:01Z", "2026-02-28T00:00:00Z"].map((at) => daysUntil(at, now))).toEqual([
    30, 1, 1, 0,
  ]);
});
