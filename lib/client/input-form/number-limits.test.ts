import { describe, expect, it } from "vitest";
import { numberLimits, sliderEnds } from "./number-limits.ts";

describe("numberLimits", () => {
  it.each([
    ["a default finer than a hundredth", { type: "number", minimum: 0.000_001, maximum: 0.1, default: 0.0005 }, 0.000_001],
    ["a default in hundredths", { type: "number", minimum: 0, maximum: 1, default: 0.55 }, 0.01],
    ["a limit finer than the default", { type: "number", minimum: 0.125, maximum: 2, default: 1 }, 0.001],
    ["a default as 5e-05", { type: "number", default: 5e-5 }, 0.000_01],
    ["whole numbers", { type: "integer", minimum: 1, maximum: 8 }, 1],
    ["multiples", { type: "integer", minimum: 256, maximum: 2048, multipleOf: 16 }, 16],
  ])("has a step that refuses neither limits nor default: %s", (_name, schema, step) => {
    expect(numberLimits(schema).step).toBe(step);
  });

  it.each([
    ["given as numbers", { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 1 }, [0, 1], [true, true]],
    ["given as marks", { type: "number", minimum: 0, maximum: 1, exclusiveMinimum: true }, [0, 1], [true, false]],
    ["beside closer ones", { type: "number", minimum: 0.5, exclusiveMinimum: 0, maximum: 1 }, [0.5, 1], [false, false]],
    ["of the number format", { type: "integer", minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER }, [null, null], [false, false]],
  ])("reads limits %s", (_name, schema, limits, areExclusive) => {
    const { minimum, maximum, isMinimumExclusive, isMaximumExclusive } = numberLimits(schema);
    expect([minimum, maximum]).toEqual(limits);
    expect([isMinimumExclusive, isMaximumExclusive]).toEqual(areExclusive);
  });

  it.each([
    [
      { type: "number", minimum: 0, maximum: 1 },
      { first: 0, last: 1 },
    ],
    [
      { type: "number", exclusiveMinimum: 0, maximum: 1 },
      { first: 0.01, last: 1 },
    ],
    [
      { type: "integer", exclusiveMinimum: 0, exclusiveMaximum: 5 },
      { first: 1, last: 4 },
    ],
    [
      { type: "integer", minimum: 1, maximum: 100, multipleOf: 8 },
      { first: 8, last: 96 },
    ],
    [{ type: "number", minimum: 0 }, null],
  ])("has a slider whose ends are allowed: %j", (schema, ends) => {
    expect(sliderEnds(numberLimits(schema))).toEqual(ends);
  });
});
