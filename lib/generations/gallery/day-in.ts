import { say } from "@/lib/messages/say";
import { BoardsError } from "@/lib/platform/errors";

const dayMs = 86_400_000;

/** A function that says on which day (yyyy-mm-dd) a whole minute lies in a time zone, such as `Europe/Berlin`. */
export function dayIn(timeZone: string): (ms: number) => string {
  const format = formatOf(timeZone);
  const offsets = new Map<number, number>();
  const offsetAt = (ms: number) => {
    const known = offsets.get(ms) ?? Date.parse(`${format.format(ms).replace(", ", "T")}Z`) - ms;
    offsets.set(ms, known);
    return known;
  };
  return (ms) => {
    // Formatting takes microseconds and slots come by the thousand: of most days it is enough to ask how they begin and end.
    const from = Math.floor(ms / dayMs) * dayMs;
    const offset = offsetAt(from) === offsetAt(from + dayMs) ? offsetAt(from) : offsetAt(ms);
    return new Date(ms + offset).toISOString().slice(0, 10);
  };
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const twoDigits = { month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" } as const;
  try {
    // Canadian English writes a day as ISO 8601 does.
    return new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", ...twoDigits, hourCycle: "h23" });
  } catch {
    throw new BoardsError("input.invalid", { message: say("reasons.input.timeZone"), field: "timeZone" });
  }
}
