import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boxHeight, greatestBox, isAtEnd, isOutOfPlace, placeAt, positionAfter } from "./map-scroll";

const huge = { height: 60_000_000, screen: 800 };
const small = { height: 50_000, screen: 800 };

describe("the box that scrolls", () => {
  it("stays below what browsers cut, at any pixel density", () => {
    for (const density of [1, 2, 3, 4, 8, 16]) expect(boxHeight(huge.height) * density).toBeLessThan(2 ** 25);
    expect(boxHeight(huge.height)).toBeLessThan(17_900_000);
    expect(boxHeight(small.height)).toBe(small.height);
  });

  it("shows each position of a gallery of any height, within itself", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 80_000_000 }),
        fc.integer({ min: 300, max: 2000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (height, screen, share) => {
          const size = { height, screen };
          const position = share * Math.max(0, height - screen);
          const { scroll, shift } = placeAt(position, size);
          expect(scroll + shift).toBeCloseTo(position, 4);
          expect(scroll).toBeGreaterThanOrEqual(0);
          expect(scroll).toBeLessThanOrEqual(Math.max(0, boxHeight(height) - screen) + 0.001);
          expect(isAtEnd({ scroll, shift }, size)).toBe(false);
          expect(isOutOfPlace({ scroll, shift }, size)).toBe(false);
        },
      ),
    );
  });

  it("goes on where a position above the gallery is shown, and stops at its end", () => {
    expect(placeAt(-40, huge)).toEqual({ scroll: -40, shift: 0 });
    expect(placeAt(1e9, huge)).toEqual({ scroll: greatestBox - 800, shift: 60_000_000 - greatestBox });
  });

  it("moves pixel for pixel with a wheel, and by share with a jump", () => {
    const place = placeAt(30_000_000, huge);
    expect(positionAfter(place, place.scroll + 250, huge)).toBe(30_000_250);
    expect(positionAfter(place, 0, huge)).toBe(0);
    expect(positionAfter(place, greatestBox - huge.screen, huge)).toBe(huge.height - huge.screen);
    expect(positionAfter({ scroll: 0, shift: 0 }, 40_000, small)).toBe(40_000);
  });

  it("is walked from the first result to the last by steps of a wheel, put into place on the way", () => {
    const size = { height: 7_000_000, screen: 800 };
    let place = placeAt(0, size);
    let position = 0;
    let puts = 0;
    while (position < size.height - size.screen) {
      const scroll = Math.min(place.scroll + 1000, boxHeight(size.height) - size.screen);
      const next = positionAfter(place, scroll, size);
      expect(next).toBeGreaterThan(position);
      expect(next - position).toBeLessThanOrEqual(1000);
      position = next;
      place = { scroll, shift: place.shift };
      if (isAtEnd(place, size)) {
        place = placeAt(position, size);
        puts += 1;
      }
    }
    expect(puts).toBeGreaterThan(2);
    expect(puts).toBeLessThan(12);
  });

  it("is put into place at rest when a correction has shifted it, at once when an end is near", () => {
    expect(isOutOfPlace({ scroll: 20_000, shift: 300 }, small)).toBe(true);
    expect(isAtEnd({ scroll: 20_000, shift: 300 }, small)).toBe(false);
    expect(isAtEnd({ scroll: 700, shift: 300 }, small)).toBe(true);
    expect(isAtEnd({ scroll: small.height - 900, shift: -300 }, small)).toBe(true);
  });
});
