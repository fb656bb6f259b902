/**
 * How high the box that scrolls may be. Browsers cut boxes silently, Chromium at 2^25 device pixels, Firefox at 17.9 million CSS pixels. This stays below
 * both up to a pixel density of 16, so that a density that changes changes nothing.
 */
export const greatestBox = 2_000_000;

/** So close to an end of the box, in screens, it is put into place at once instead of when the scrolling rests. */
const endScreens = 2;
/** A step of more screens than this is a jump of the scroll bar or of a key, and means a share of the whole. */
const jumpScreens = 40;

/** Where the screen stands: at `scroll` in the box that scrolls, which shows the gallery from `scroll + shift` on. */
export interface ScrollPlace {
  scroll: number;
  shift: number;
}

/** What scrolls: the height of the gallery and of the screen. */
export interface ScrollSize {
  height: number;
  screen: number;
}

/** The height of the box for a gallery of this height. */
export const boxHeight = (height: number) => Math.min(height, greatestBox);

/** A position that the screen can have. Above the gallery other things may stand: there positions are negative. */
export const withinReach = (position: number, { height, screen }: ScrollSize) => Math.min(position, Math.max(0, height - screen));

/**
 * Where the box is scrolled to when the screen shows `position`: there itself in a gallery that fits into the box, else in the middle of the box, with as
 * much room as can be both ways.
 */
export function placeAt(position: number, { height, screen }: ScrollSize): ScrollPlace {
  const box = boxHeight(height);
  const shown = withinReach(position, { height, screen });
  const shift = Math.round(Math.min(Math.max(shown - box / 2, 0), height - box));
  return { scroll: shown - shift, shift };
}

/** Whether the box must be put into place now: it would end before the gallery does, or goes on after it. */
export function isAtEnd({ scroll, shift }: ScrollPlace, { height, screen }: ScrollSize): boolean {
  const box = boxHeight(height);
  const margin = endScreens * screen;
  const wanted = placeAt(scroll + shift, { height, screen });
  return wanted.shift !== shift && (scroll < margin || scroll > box - screen - margin || scroll + shift > height - screen);
}

/** Whether the box should be put into place once the scrolling rests. */
export function isOutOfPlace({ scroll, shift }: ScrollPlace, size: ScrollSize): boolean {
  const wanted = placeAt(scroll + shift, size);
  return size.height <= greatestBox ? wanted.shift !== shift : Math.abs(wanted.shift - shift) > greatestBox / 4;
}

/** The position that a scrolled box shows: pixel for pixel for steps of a wheel or a finger, a share of the whole for jumps. */
export function positionAfter({ scroll, shift }: ScrollPlace, newScroll: number, { height, screen }: ScrollSize): number {
  const box = boxHeight(height);
  if (box === height || Math.abs(newScroll - scroll) < jumpScreens * screen) return newScroll + shift;
  return (newScroll / (box - screen)) * (height - screen);
}
