import { describe, expect, it } from "vitest";
import { parseDuration, parseMoment, parseRetryAfter, retryDelay } from "./durations";

describe("durations", () => {
  it.each([
    ["300ms", 300],
    ["2h45m", 9_900_000],
    ["1.5s", 1_500],
    ["1w", 604_800_000],
  ])("reads %s", (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds);
  });
  it("reads dates and refuses nonsense", () => {
    expect(parseMoment("2030-01-01T00:00:00Z")?.getUTCFullYear()).toBe(2030);
    expect(parseMoment("soon")).toBeUndefined();
    expect(parseRetryAfter("7", 1_000)?.getTime()).toBe(8_000);
    expect(parseRetryAfter("2030-01-01T00:00:00.000Z")?.getUTCFullYear()).toBe(2030);
  });
  it("backs off by doubling, up to five minutes", () => {
    expect(retryDelay(1, 100)).toBeGreaterThanOrEqual(100);
    expect(retryDelay(4, 100)).toBeGreaterThanOrEqual(800);
    expect(retryDelay(60, 100)).toBeLessThanOrEqual(360_000);
  });
});
