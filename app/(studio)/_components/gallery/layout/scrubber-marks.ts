import type { GalleryLayout } from "./layout-gallery";
import { withinReach } from "./map-scroll";

/** A year or a month on the scrubber: at which share of its height, and the day it begins with there. */
export interface ScrubberMark {
  share: number;
  day: string;
  isYear: boolean;
}

const shareOf = (position: number, height: number, screen: number) => Math.min(1, Math.max(0, position / Math.max(1, height - screen)));

/** The years and months of a gallery, no two closer than `leastSpace` of the scrubber's `length`; a year goes before months. */
export function scrubberMarks({ sections, height }: GalleryLayout, screen: number, length: number, leastSpace = 18): ScrubberMark[] {
  const all: ScrubberMark[] = [];
  sections.forEach(({ section, top }, index) => {
    const before = sections[index - 1]?.section.day ?? "";
    if (before.slice(0, 7) === section.day.slice(0, 7)) return;
    all.push({ share: shareOf(top, height, screen), day: section.day, isYear: before.slice(0, 4) !== section.day.slice(0, 4) });
  });
  const isFree = (mark: ScrubberMark, taken: ScrubberMark[], space: number) =>
    taken.every((other) => Math.abs(other.share - mark.share) * length >= space);
  const years: ScrubberMark[] = [];
  for (const mark of all) if (mark.isYear && isFree(mark, years, leastSpace)) years.push(mark);
  const marks = [...years];
  for (const mark of all) if (!mark.isYear && isFree(mark, marks, leastSpace / 2)) marks.push(mark);
  return marks.sort((one, other) => one.share - other.share);
}

/** Where the screen stands, as a share of the scrubber. */
export const shareAt = ({ height }: GalleryLayout, position: number, screen: number) => shareOf(position, height, screen);

/** The position that a share of the scrubber stands for. */
export const positionAt = ({ height }: GalleryLayout, share: number, screen: number) =>
  withinReach(Math.min(1, Math.max(0, share)) * Math.max(0, height - screen), { height, screen });

/** Keys of the scrubber: a day on or back, a month, the ends. */
export type ScrubberStep = "day" | "dayBack" | "month" | "monthBack" | "start" | "end";

/** The index of the section at which the day begins that a key of the scrubber leads to. */
export function stepSection({ sections }: GalleryLayout, from: number, step: ScrubberStep): number {
  const last = sections.length - 1;
  if (step === "start" || last < 0) return 0;
  if (step === "end") return last;
  const length = step.startsWith("day") ? 10 : 7;
  const unit = (index: number) => sections[index]?.section.day.slice(0, length);
  let index = from;
  if (!step.endsWith("Back")) {
    while (index < last && unit(index) === unit(from)) index++;
    return index;
  }
  while (index > 0 && unit(index - 1) === unit(from)) index--;
  if (index === from && index > 0) {
    index--;
    while (index > 0 && unit(index - 1) === unit(index)) index--;
  }
  return index;
}
