import { db } from "@/lib/platform/db/client";
import { BoardsError, type ErrorReason } from "@/lib/platform/errors";

const failuresUntilOpen = 5;
const firstPauseSeconds = 15;
const longestPauseSeconds = 300;
/** Whoever waits asks again after this time: it may have answered someone meanwhile. */
const longestWaitSeconds = 60;

/**
 * The circuit breaker of one key. Seconds to wait before the next call, 0 to go ahead. After a pause one caller is let through, and
 * the others wait for what it finds.
 */
export async function breakerDelay(keyId: string): Promise<number> {
  const health = await db().providerHealth.findUnique({ where: { keyId } });
  if (!health?.openUntil) return 0;
  const seconds = Math.ceil((health.openUntil.getTime() - Date.now()) / 1000);
  if (seconds > 0) return Math.min(seconds, longestWaitSeconds);
  // Counted as failed until it has an answer, so that the others find it closed.
  const failures = health.failures + 1;
  const { count } = await db().providerHealth.updateMany({
    where: { keyId, openUntil: health.openUntil },
    data: { failures, openUntil: new Date(Date.now() + pauseSeconds(failures) * 1000) },
  });
  return count === 1 ? 0 : firstPauseSeconds;
}

/** An answer that says neither that the provider is there nor that it is away, as a server error about one job. */
const unclear: ErrorReason[] = ["provider.unavailable", "provider.outcome_unknown"];

/**
 * Notes how a call ended. Only silence tells of a provider that is away; what a provider says, be it that a job broke, never does. After five
 * calls without an answer the provider is left alone for a while, each time twice as long; what fails while it is left alone is no news.
 */
export async function noteOutcome(keyId: string, error?: unknown): Promise<void> {
  const isSilence = error instanceof BoardsError && error.isSilence;
  if (error instanceof BoardsError && !isSilence && unclear.includes(error.reason)) return;
  if (!isSilence) await db().providerHealth.updateMany({ where: { keyId, failures: { gt: 0 } }, data: { failures: 0, openUntil: null } });
  else
    await db().$transaction(async (tx) => {
      const [row] = await tx.$queryRaw<{ failures: number }[]>`
        INSERT INTO boards.provider_health AS health (key_id, failures) VALUES (${keyId}, 1)
        ON CONFLICT (key_id) DO UPDATE SET failures = health.failures + 1 WHERE health.open_until IS NULL OR health.open_until <= now()
        RETURNING failures`;
      if (!row || row.failures < failuresUntilOpen) return;
      await tx.providerHealth.update({ where: { keyId }, data: { openUntil: new Date(Date.now() + pauseSeconds(row.failures) * 1000) } });
    });
}

const pauseSeconds = (failures: number) => Math.min(firstPauseSeconds * 2 ** Math.max(failures - failuresUntilOpen, 0), longestPauseSeconds);
