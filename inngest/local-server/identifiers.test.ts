import { describe, expect, it } from "vitest";
import { createSeededUlid, createUlid, timeOfUlid } from "./identifiers";

describe("identifiers", () => {
  it("sort by time and repeat with their seed", () => {
    expect(createUlid(1_000) < createUlid(2_000)).toBe(true);
    expect(createSeededUlid(1_000, "seed")).toBe(createSeededUlid(1_000, "seed"));
    expect(timeOfUlid(createUlid(1_234_567_890_123))).toBe(1_234_567_890_123);
    expect(createUlid()).toMatch(/^[0-9A-Z]{26}$/);
  });
});
