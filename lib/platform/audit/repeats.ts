import { boundedKey } from "@/lib/platform/limits/bounded-key";
import { limiterOf } from "@/lib/platform/limits/rate-limits";

const hourSeconds = 3600;

/**
 * Counts what happens over and over. Answers how often it has in this hour, and whether that is worth a line: the first few times, and then
 * the tenth, the hundredth, the thousandth. So a line tells of those before it, and nobody fills a log by trying again.
 */
export async function countRepeat(what: string, { first = 1 }: { first?: number } = {}): Promise<{ times: number; isTold: boolean }> {
  const limiter = limiterOf("repeats", { points: 1_000_000_000, durationSeconds: hourSeconds, isKeptInMemory: false });
  const { consumedPoints: times } = await limiter.penalty(boundedKey("repeat", what));
  return { times, isTold: times <= first || Number.isInteger(Math.log10(times)) };
}
