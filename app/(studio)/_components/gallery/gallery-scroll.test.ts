import { describe, expect, it } from "vitest";
import { GalleryScroll, toolbarHeight } from "./gallery-scroll";
import type { Arrangement } from "./layout/box";
import { boxAt, dayHeaderHeight, type GalleryLayout, layoutGallery, type TilePlace } from "./layout/layout-gallery";
import { greatestBox } from "./layout/map-scroll";
import { inMemoryBoard } from "./layout/testing/in-memory-board";

const arrangement: Arrangement = { kind: "justified", width: 1000, tileSize: 240, gap: 8 };
const many = (count: number, ratio = 1.3) => Array<number>(count).fill(ratio);
const screen = 800;

/** Elements that scroll as a browser's do: no further than there is something. */
function page() {
  let top = 0;
  /** What stands above the gallery. */
  let above = 0;
  let onScroll = () => {};
  const host = { style: { height: "0px" }, getBoundingClientRect: () => ({ top: toolbarHeight + above - top }) };
  const canvas = { style: { transform: "" } };
  const area = {
    clientHeight: screen + toolbarHeight,
    get scrollTop() {
      return top;
    },
    set scrollTop(wanted: number) {
      top = Math.max(0, Math.min(Math.round(wanted), Number.parseFloat(host.style.height) + toolbarHeight - this.clientHeight));
    },
    getBoundingClientRect: () => ({ top: 0 }),
    addEventListener: (_name: string, listener: () => void) => {
      onScroll = listener;
    },
    removeEventListener: () => {
      onScroll = () => {};
    },
  };
  const scroll = new GalleryScroll();
  const element = (part: object) => part as HTMLElement;
  const detach = scroll.attach(element(area), element(host), element(canvas));
  return {
    scroll,
    detach,
    wheel: (by: number) => {
      area.scrollTop += by;
      onScroll();
    },
    /** Where a tile is drawn, from where the gallery begins on an unscrolled page. */
    topOf: (layout: GalleryLayout, place: TilePlace) => {
      const base = layout.sections[0]?.top ?? 0;
      scroll.setBase(base);
      const shift = Number(/translateY\((.*)px\)/.exec(canvas.style.transform)?.[1] ?? Number.NaN);
      return (boxAt(layout, place)?.y ?? Number.NaN) - base + shift - top;
    },
    height: () => Number.parseFloat(host.style.height),
    putAbove: (height: number) => {
      above = height;
    },
  };
}

const board = () =>
  inMemoryBoard({ "2026-03-03": [Array.from({ length: 200 }, (_, i) => (i % 2 ? 0.5 : 2.1))], "2026-03-02": [many(300)], "2026-03-01": [many(300)] });

describe("the scroll of a gallery", () => {
  it("begins at the top when the words above an empty gallery give way to its first results", () => {
    const { scroll, putAbove, wheel } = page();
    putAbove(900);
    wheel(0);
    expect(scroll.position).toBe(-900);
    putAbove(0);
    const { sections, itemsOf } = board();
    scroll.setLayout(layoutGallery(sections, itemsOf, arrangement, null));
    expect(scroll.position).toBe(0);
  });

  it("moves a tile by what a wheel turns", () => {
    const given = board();
    given.loadAll();
    const layout = layoutGallery(given.sections, given.itemsOf, arrangement);
    const { scroll, wheel, topOf, detach } = page();
    scroll.setLayout(layout);
    const before = topOf(layout, { section: 1, card: 4 });
    wheel(700);
    wheel(250);
    expect(topOf(layout, { section: 1, card: 4 })).toBe(before - 950);
    expect(scroll.position).toBe(950);
    detach();
  });

  it("keeps what is on the screen still when an estimate above turns out wrong, and when a result arrives above", () => {
    const given = board();
    given.load("2026-03-02.0");
    const estimated = layoutGallery(given.sections, given.itemsOf, arrangement);
    const { scroll, topOf, detach } = page();
    scroll.setLayout(estimated);
    scroll.jumpTo((boxAt(estimated, { section: 1, card: 100 })?.y ?? 0) - 60);
    const before = topOf(estimated, { section: 1, card: 100 });
    given.loadAll();
    const exact = layoutGallery(given.sections, given.itemsOf, arrangement);
    expect(exact.sections[1]?.top).not.toBe(estimated.sections[1]?.top);
    scroll.setLayout(exact);
    expect(topOf(exact, { section: 1, card: 100 })).toBe(before);
    given.prepend("2026-03-03.0", many(7, 1.9));
    const grown = layoutGallery(given.sections, given.itemsOf, arrangement);
    scroll.setLayout(grown);
    expect(topOf(grown, { section: 1, card: 100 })).toBe(before);
    detach();
  });

  it("shows what is new while it is at the top", () => {
    const given = board();
    given.loadAll();
    const { scroll, topOf, detach } = page();
    scroll.setLayout(layoutGallery(given.sections, given.itemsOf, arrangement));
    given.prepend("2026-03-03.0", [1]);
    const grown = layoutGallery(given.sections, given.itemsOf, arrangement);
    scroll.setLayout(grown);
    expect(scroll.position).toBe(0);
    expect(topOf(grown, { section: 0, card: 0 })).toBe(dayHeaderHeight);
    detach();
  });

  it("stays at the end while what is loaded there turns out higher than was estimated", () => {
    const given = board();
    given.load("2026-03-02.0");
    const { scroll, topOf, detach } = page();
    const last = { section: 2, card: 299 };
    scroll.setLayout(layoutGallery(given.sections, given.itemsOf, { ...arrangement, tileSize: 200 }));
    scroll.jumpTo(Number.POSITIVE_INFINITY);
    given.loadAll();
    const exact = layoutGallery(given.sections, given.itemsOf, arrangement);
    scroll.setLayout(exact);
    expect(scroll.position).toBe(exact.height - screen);
    const top = topOf(exact, last);
    expect(top).toBeLessThan(screen + toolbarHeight);
    given.prepend("2026-03-03.0", [1]);
    const grown = layoutGallery(given.sections, given.itemsOf, arrangement);
    scroll.setLayout(grown);
    expect(topOf(grown, last)).toBe(top);
    detach();
  });

  it("reaches the last of a gallery that is much higher than the box", () => {
    const days = Object.fromEntries(
      Array.from({ length: 800 }, (_, day) => [new Date(Date.UTC(2026, 0, 1) - day * 86_400_000).toISOString().slice(0, 10), [many(250)]]),
    );
    const given = inMemoryBoard(days);
    given.load(given.sections.at(-1)?.key ?? "");
    const layout = layoutGallery(given.sections, given.itemsOf, arrangement);
    expect(layout.height).toBeGreaterThan(4 * greatestBox);
    const { scroll, topOf, height, detach } = page();
    scroll.setLayout(layout);
    expect(height()).toBe(greatestBox);
    scroll.jumpTo(layout.height);
    expect(scroll.position).toBe(layout.height - screen);
    expect(topOf(layout, { section: 799, card: 249 })).toBeLessThan(screen + toolbarHeight);
    expect(topOf(layout, { section: 799, card: 249 })).toBeGreaterThan(0);
    detach();
  });

  it("brings a tile onto the screen by the shortest way", () => {
    const given = board();
    given.loadAll();
    const { scroll, detach } = page();
    scroll.setLayout(layoutGallery(given.sections, given.itemsOf, arrangement));
    scroll.jumpTo(2000);
    scroll.reveal(2300, 2500);
    expect(scroll.position).toBe(2000);
    scroll.reveal(2700, 2900);
    expect(scroll.position).toBe(2900 + 8 - screen);
    scroll.reveal(1500, 1700);
    expect(scroll.position).toBe(1500 - 8);
    detach();
  });
});
