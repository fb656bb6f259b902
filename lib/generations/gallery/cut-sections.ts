/** No section holds more generations than this when it is cut. */
export const sectionSize = 300;

/** Every time zone is a multiple of this from UTC, so a slot lies on one day wherever it is seen from. */
export const slotMs = 15 * 60_000;

/** A stretch of time in which something was made. `start` is a bound: a time, and a batch where one moment holds more than a section may. */
export interface Slot {
  start: string;
  /** Milliseconds since 1970. */
  startMs: number;
  count: number;
  ratioSum: number;
}

/** A part of a day: what lies from `start` up to, and not including, `end`. */
export interface Section {
  start: string;
  end: string;
  /** yyyy-mm-dd. */
  day: string;
  count: number;
  /** The sum of width / height. */
  ratioSum: number;
}

/** Joins slots, which are in order, to sections as large as may be: each within one day, and whole slots only, so that no moment is split. */
export function cutSections(slots: readonly Slot[], dayOf: (ms: number) => string): Section[] {
  const sections: Section[] = [];
  slots.forEach(({ start, startMs, count, ratioSum }, place) => {
    const next = slots[place + 1];
    // A slot that was split ends where its next part begins.
    const end = next && next.startMs === startMs ? next.start : String(endOf(startMs));
    const day = dayOf(startMs);
    const last = sections.at(-1);
    if (last?.day !== day || last.count + count > sectionSize) sections.push({ start, end, day, count, ratioSum });
    else {
      // What comes to the time between them belongs to this day, and so to this section.
      last.end = end;
      last.count += count;
      last.ratioSum += ratioSum;
    }
  });
  sections.forEach((section, place) => {
    const next = sections[place + 1];
    if (next?.day === section.day) section.end = next.start;
  });
  return sections;
}

const endOf = (startMs: number) => Math.floor(startMs / slotMs) * slotMs + slotMs;
