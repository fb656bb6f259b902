import { describe, expect, it } from "vitest";
import { cutSections, type Slot, sectionSize, slotMs } from "@/lib/generations/gallery/cut-sections";
import { dayIn } from "@/lib/generations/gallery/day-in";

const slot = (time: string, count: number): Slot => {
  const startMs = Date.parse(time);
  return { start: String(startMs), startMs, count, ratioSum: count * 1.5 };
};
/** Every slot from `from` up to `until` holds so many. */
const slots = (from: string, until: string, count: number) =>
  Array.from({ length: (Date.parse(until) - Date.parse(from)) / slotMs }, (_, place) =>
    slot(new Date(Date.parse(from) + place * slotMs).toISOString(), count),
  );
const countsByDay = (all: Slot[], timeZone: string) => {
  const counts: Record<string, number> = {};
  for (const { day, count } of cutSections(all, dayIn(timeZone))) counts[day] = (counts[day] ?? 0) + count;
  return counts;
};

describe("the day of a time", () => {
  it.each([
    ["Asia/Kolkata", "2026-03-01T18:15:00Z", "2026-03-01"],
    ["Asia/Kolkata", "2026-03-01T18:30:00Z", "2026-03-02"],
    ["Asia/Kathmandu", "2026-03-01T18:15:00Z", "2026-03-02"],
    ["Pacific/Chatham", "2026-07-01T11:15:00Z", "2026-07-02"],
    ["Pacific/Kiritimati", "2026-07-01T09:45:00Z", "2026-07-01"],
    ["America/St_Johns", "2026-01-01T03:15:00Z", "2025-12-31"],
    // In the night when clocks change, and where that is at midnight.
    ["Europe/Berlin", "2026-03-28T23:00:00Z", "2026-03-29"],
    ["Europe/Berlin", "2026-03-29T21:45:00Z", "2026-03-29"],
    ["Europe/Berlin", "2026-10-25T22:45:00Z", "2026-10-25"],
    ["America/Santiago", "2026-04-05T03:45:00Z", "2026-04-04"],
    ["America/Santiago", "2026-04-05T04:00:00Z", "2026-04-05"],
  ])("is told in %s: %s is on %s", (timeZone, time, day) => expect(dayIn(timeZone)(Date.parse(time))).toBe(day));

  it.each(["Mars/Olympus", ""])("is refused for %o, which is no time zone", (timeZone) =>
    expect(() => dayIn(timeZone)).toThrow(expect.objectContaining({ reason: "input.invalid", field: "timeZone" })),
  );
});

describe("sections", () => {
  it("are the days of the time zone, of 23 and 25 hours where clocks change", () => {
    expect(countsByDay(slots("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z", 1), "Europe/Berlin")).toEqual({ "2026-03-29": 23 * 4 });
    expect(countsByDay(slots("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", 1), "Europe/Berlin")).toEqual({ "2026-10-25": 25 * 4 });
    expect(countsByDay(slots("2026-04-04T14:00:00Z", "2026-04-05T14:00:00Z", 1), "Australia/Lord_Howe")).toEqual({
      "2026-04-05": 94,
      "2026-04-06": 2,
    });
  });

  it("hold as much as they may, and meet where a day is split", () => {
    const sections = cutSections(slots("2026-05-01T00:00:00Z", "2026-05-02T00:00:00Z", 70), dayIn("UTC"));
    expect(sections.map(({ count }) => count)).toEqual(Array.from({ length: 24 }, () => 4 * 70));
    expect(Math.max(...sections.map(({ count }) => count))).toBeLessThanOrEqual(sectionSize);
    for (const [place, { start }] of sections.entries()) if (place > 0) expect(sections[place - 1]?.end).toBe(start);
    expect(sections.reduce((sum, { ratioSum }) => sum + ratioSum, 0)).toBe(96 * 70 * 1.5);
  });

  it("lay hold of the time between two slots of a day, and of none between two days", () => {
    const sections = cutSections(
      [slot("2026-05-01T02:00:00Z", 290), slot("2026-05-01T09:00:00Z", 20), slot("2026-05-03T00:00:00Z", 1)],
      dayIn("UTC"),
    );
    const at = (time: string) => String(Date.parse(time));
    expect(sections.map(({ start, end }) => [start, end])).toEqual([
      [at("2026-05-01T02:00:00Z"), at("2026-05-01T09:00:00Z")],
      [at("2026-05-01T09:00:00Z"), at("2026-05-01T09:15:00Z")],
      [at("2026-05-03T00:00:00Z"), at("2026-05-03T00:15:00Z")],
    ]);
  });
});
