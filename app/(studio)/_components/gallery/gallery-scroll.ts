import { anchorAt, positionOf } from "./layout/keep-anchor";
import type { GalleryLayout } from "./layout/layout-gallery";
import { boxHeight, isAtEnd, isOutOfPlace, placeAt, positionAfter, type ScrollPlace, type ScrollSize, withinReach } from "./layout/map-scroll";

/** So much at the top of what scrolls lies under the toolbar; the screen of the gallery begins below it. */
export const toolbarHeight = 56;
/** A tile that is brought onto the screen keeps so far from its edges. */
const margin = 8;
/** So near its end a gallery counts as scrolled to the end. */
const endMargin = 32;
/** After so long without a scroll event the box is put into place. */
const restMs = 160;

/**
 * Scrolls a gallery of any height in a box that no browser cuts, and keeps what is on the screen where it is when the layout changes. Positions count
 * from the top of the gallery to the top of the screen. While something scrolls, corrections move the content and not the box, since setting
 * `scrollTop` would end the swing of a finger.
 */
export class GalleryScroll {
  private dom: { area: HTMLElement; host: HTMLElement; canvas: HTMLElement } | null = null;
  private place: ScrollPlace = { scroll: 0, shift: 0 };
  private layout: GalleryLayout = { sections: [], height: 0, count: 0, isComplete: true };
  private base = 0;
  private rest: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();

  /** Begins to scroll `area`, in which `host` is as high as the box, and `canvas` in it holds what is shown. Answers how to end. */
  attach(area: HTMLElement, host: HTMLElement, canvas: HTMLElement): () => void {
    this.dom = { area, host, canvas };
    area.addEventListener("scroll", this.onScroll, { passive: true });
    this.place = { scroll: area.scrollTop - this.origin(), shift: 0 };
    host.style.height = `${boxHeight(this.layout.height)}px`;
    this.tell();
    return () => {
      clearTimeout(this.rest);
      area.removeEventListener("scroll", this.onScroll);
      this.dom = null;
    };
  }

  /** What the top of the screen shows. */
  get position(): number {
    return this.place.scroll + this.place.shift;
  }

  /** The height of the screen. */
  get screen(): number {
    return Math.max(0, (this.dom?.area.clientHeight ?? 0) - toolbarHeight);
  }

  /** Where what scrolls begins in the window. */
  get areaTop(): number {
    return this.dom?.area.getBoundingClientRect().top ?? 0;
  }

  /** Says what to do whenever the position changes. */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * Takes another layout, and shows there what was shown before. At the top the newest stays in sight instead, and at the end the last: what is loaded
   * there may be higher than was estimated.
   */
  setLayout(layout: GalleryLayout): void {
    if (layout === this.layout) return;
    // At the top, what stood above the gallery may have gone, such as the words for an empty board.
    if (this.dom && this.position <= 0) this.place = { scroll: this.dom.area.scrollTop - this.origin(), shift: 0 };
    const before = this.position;
    const wasAtEnd = before > 0 && before >= this.layout.height - this.screen - endMargin && layout.count === this.layout.count;
    const kept = before > 0 ? positionOf(layout, anchorAt(this.layout, before)) : null;
    this.layout = layout;
    if (!this.dom) return;
    const position = Math.max(withinReach(wasAtEnd ? layout.height : (kept ?? before), this.size), Math.min(before, 0));
    this.dom.host.style.height = `${boxHeight(layout.height)}px`;
    this.place = { scroll: this.place.scroll, shift: Math.round(this.place.shift + position - before) };
    if (isAtEnd(this.place, this.size)) this.jumpTo(position);
    else this.settle();
    this.tell();
  }

  /** Where the first of what the canvas holds lies. */
  setBase(base: number): void {
    this.base = base;
    this.moveCanvas();
  }

  /** Shows a position at the top of the screen. */
  jumpTo(position: number): void {
    if (!this.dom) return;
    const { area } = this.dom;
    const { scroll, shift } = placeAt(position, this.size);
    const origin = this.origin();
    area.scrollTop = origin + scroll;
    this.place = { scroll: area.scrollTop - origin, shift };
    this.tell();
  }

  /** Brings what lies between two positions onto the screen, by the shortest way. */
  reveal(top: number, bottom: number): void {
    const isAbove = top - margin < this.position;
    const isBelow = bottom + margin > this.position + this.screen;
    if (isAbove) this.jumpTo(top - margin);
    else if (isBelow) this.jumpTo(Math.min(bottom + margin - this.screen, top - margin));
  }

  private get size(): ScrollSize {
    return { height: this.layout.height, screen: this.screen };
  }

  /** Where the gallery begins in what scrolls: other things stand above it. */
  private origin(): number {
    if (!this.dom) return 0;
    const { area, host } = this.dom;
    return host.getBoundingClientRect().top - area.getBoundingClientRect().top + area.scrollTop - toolbarHeight;
  }

  private readonly onScroll = () => {
    if (!this.dom) return;
    const scroll = this.dom.area.scrollTop - this.origin();
    const position = positionAfter(this.place, scroll, this.size);
    const isJump = position !== scroll + this.place.shift;
    this.place = { scroll, shift: this.place.shift };
    if (isJump || isAtEnd(this.place, this.size)) this.jumpTo(position);
    else this.tell();
    this.settle();
  };

  private settle() {
    clearTimeout(this.rest);
    this.rest = setTimeout(() => {
      if (isOutOfPlace(this.place, this.size)) this.jumpTo(this.position);
    }, restMs);
  }

  private tell() {
    this.moveCanvas();
    for (const listener of this.listeners) listener();
  }

  private moveCanvas() {
    if (this.dom) this.dom.canvas.style.transform = `translateY(${this.base - this.place.shift}px)`;
  }
}
