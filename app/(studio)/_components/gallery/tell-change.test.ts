import { expect, it } from "vitest";
import { percentOf, tellChange } from "./tell-change";

type Told = Parameters<typeof tellChange>[1];

/** All that is said while a generation goes through these states. */
function saidOf(states: Told[]): string[] {
  let before: Told | undefined;
  return states.flatMap((now) => {
    const said = tellChange(before, now).map((sentence) => (sentence === "progress" ? `${percentOf(now)} %` : sentence));
    before = now;
    return said;
  });
}

const running = Array.from({ length: 100 }, (_, progress): Told => ({ status: "PROCESSING", progress }));

it("says of a hundred changes of progress three, and how it ended", () => {
  expect(saidOf([{ status: "PENDING", progress: 0 }, ...running, { status: "COMPLETED", progress: 100 }])).toEqual([
    "started",
    "25 %",
    "50 %",
    "75 %",
    "ready",
  ]);
});

it.each([
  ["FAILED", "failed"],
  ["CANCELLED", "cancelled"],
  ["COMPLETED", "ready"],
])("says once of %s that it is so, also of what had ended before anything was known of it", (status, sentence) => {
  const end = { status, progress: 40 } as Told;
  expect(saidOf([{ status: "PROCESSING", progress: 40 }, end, end])).toEqual(["started", sentence]);
  expect(saidOf([end, end])).toEqual(["started", sentence]);
});

it("says nothing of progress that goes back, as of an attempt that starts again, until it is further than it was", () => {
  const at = (progress: number): Told => ({ status: "PROCESSING", progress });
  expect(saidOf([at(0), at(60), at(10), at(20)])).toEqual(["started", "50 %"]);
});
