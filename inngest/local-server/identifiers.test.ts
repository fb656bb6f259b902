import { describe, expect, it } from "vitest";
import { createSeededUlid, createUlid } from "./identifiers";

describe("identifiers", () => {
  it("sort by time and repeat with their seed", () => {
    expect(createUlid(1_000) < createUlid(2_000)).toBe(true);
    expect(createSeededUlid(1_000, "seed")).toBe(createSeededUlid(1_000, "seed"));
    expect(createUlid()).toMatch(/^[0-9A-Z]{26}$/);
  });
});
