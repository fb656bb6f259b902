import { db } from "@/lib/db/client";

const failuresUntilOpen = 5;
const firstPauseSeconds = 15;
const longestPauseSeconds = 300;

/**
 * The circuit breaker of one key. Seconds to wait before the next call, 0 to go ahead. After a pause one caller is let through, and
 * the others wait for what it finds.
 */
export async function breakerDelay(keyId: string): Promise<number> {
  const health = await db().providerHealth.findUnique({ where: { keyId } });
  if (!health?.openUntil) return 0;
  const seconds = Math.ceil((health.openUntil.getTime() - Date.now()) / 1000);
  if (seconds > 0) return seconds;
  const { count } = await db().providerHealth.updateMany({
    where: { keyId, openUntil: health.openUntil },
    data: { openUntil: new Date(Date.now() + firstPauseSeconds * 1000) },
  });
  return count === 1 ? 0 : firstPauseSeconds;
}

/** Notes that the provider did not answer; from the fifth time on it is left alone for a while, twice as long each time. */
export async function noteFailure(keyId: string): Promise<void> {
  const { failures } = await db().providerHealth.upsert({ where: { keyId }, create: { keyId, failures: 1 }, update: { failures: { increment: 1 } } });
  if (failures < failuresUntilOpen) return;
  const pauseSeconds = Math.min(firstPauseSeconds * 2 ** (failures - failuresUntilOpen), longestPauseSeconds);
  await db().providerHealth.update({ where: { keyId }, data: { openUntil: new Date(Date.now() + pauseSeconds * 1000) } });
}

/** Notes that the provider answered. */
export async function noteSuccess(keyId: string): Promise<void> {
  await db().providerHealth.updateMany({ where: { keyId, failures: { gt: 0 } }, data: { failures: 0, openUntil: null } });
}
