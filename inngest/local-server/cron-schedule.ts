import { Cron } from "croner";

const name = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|sun|mon|tue|wed|thu|fri|sat)";
/** What Inngest reads is a part of what `croner` does: no seconds, no `@daily`, and neither `L`, `W`, `#` nor 7 for Sunday. */
const inngestSyntax = new RegExp(`^(?:(?:[\\d*,/-]|${name})+ +){4}(?!(?:.*[,-])?7)(?:[\\d*,/-]|${name})+$`, "i");

/** Why a schedule cannot be used; undefined when it can. */
export function cronError(schedule: string): string | undefined {
  if (!inngestSyntax.test(splitTimeZone(schedule).pattern))
    return "it must have five fields, from minute to day of week (0 to 6), of numbers, names, *, lists, ranges and steps.";
  try {
    return nextCronMoment(schedule) ? undefined : "it never fires.";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The first moment after `after` that a schedule names ("TZ=Europe/Paris 0 9 * * 1"; UTC unless it says so). */
export function nextCronMoment(schedule: string, after = new Date()): Date | null {
  const { pattern, timezone } = splitTimeZone(schedule);
  return new Cron(pattern, { timezone, mode: "5-part" }).nextRun(after);
}

function splitTimeZone(schedule: string): { pattern: string; timezone: string } {
  const match = /^(?:TZ|CRON_TZ)=(\S+)\s+(.+)$/.exec(schedule.trim());
  return { pattern: match?.[2] ?? schedule.trim(), timezone: match?.[1] ?? "UTC" };
}
