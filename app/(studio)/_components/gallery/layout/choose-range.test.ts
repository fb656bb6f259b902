import { describe, expect, it } from "vitest";
import { chooseRange, overscan } from "./choose-range";

describe("what is rendered", () => {
  const arrangement = { kind: "justified", width: 1400, tileSize: 240, gap: 8 } as const;
  it("stays the same for small steps, and covers the screen after large ones", () => {
    const now = chooseRange({ from: 0, to: 0 }, 5000, 800, arrangement);
    expect(chooseRange(now, 5100, 800, arrangement)).toBe(now);
    const next = chooseRange(now, 90_000, 800, arrangement);
    expect(next.from).toBeLessThan(90_000);
    expect(next.to).toBeGreaterThan(90_800);
  });
  it("is less beyond the screen where many small tiles are on it", () => {
    expect(overscan(800, { ...arrangement, tileSize: 140 })).toBeLessThan(overscan(800, arrangement));
    for (const tileSize of [140, 240, 480]) {
      const tiles = (1400 * 800) / (tileSize + 8) ** 2;
      expect(tiles * (1 + 2 * overscan(800, { ...arrangement, tileSize }))).toBeLessThan(110);
    }
  });
});
