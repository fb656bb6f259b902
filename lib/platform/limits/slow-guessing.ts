import { RateLimiterRes } from "rate-limiter-flexible";
import { say } from "@/lib/messages/say";
import { env } from "@/lib/platform/env";
import { BoardsError, type ErrorReason } from "@/lib/platform/errors";
import { boundedKey } from "@/lib/platform/limits/bounded-key";
import { limiterOf } from "@/lib/platform/limits/rate-limits";
import { waitInWords } from "@/lib/platform/text/wait-in-words";

/** Whose wrong tries are counted together: those at one account, from one address, by one browser. */
export interface Guesser {
  kind: string;
  name: string;
  /** How many wrong tries make nobody wait. */
  freeTries: number;
  /** How long wrong tries are remembered. */
  memorySeconds: number;
  /** Whether being right forgets what was wrong before. Not for an address: whoever is right about one account may be guessing at others. */
  isForgiven: boolean;
}

const firstWaitSeconds = 5;
const longestWaitSeconds = 15 * 60;

/** How long the next wait is after so many: each twice as long as the one before, up to a quarter of an hour. */
export function waitAfter(waits: number): number {
  return Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** waits);
}

/**
 * Does `attempt`, which someone may try over and over to guess a secret. An error for one of the reasons in `wrong` counts as a wrong try for
 * each of the guessers; what else happens counts for nothing. Whoever has to wait is refused before any work is done, is told for how long,
 * and does not lengthen the wait by asking. Tries at the same moment are counted before they are made, so a crowd gets no more than a queue.
 */
export async function slowGuessing<T>(guessers: readonly Guesser[], wrong: readonly ErrorReason[], attempt: () => Promise<T>): Promise<T> {
  // One person's machine has nobody to be protected from.
  if (env().isLocal) return attempt();
  for (const guesser of guessers) await refuseDuringWait(guesser);
  const counted: Try[] = [];
  try {
    for (const guesser of guessers) counted.push(await countTry(guesser));
    const result = await attempt();
    await Promise.all(counted.map((each) => (each.guesser.isForgiven ? forgive(each.guesser) : takeBack(each))));
    return result;
  } catch (error) {
    const isWrong = error instanceof BoardsError && wrong.includes(error.reason);
    if (!isWrong) await Promise.all(counted.map(takeBack));
    throw error;
  }
}

/** Forgets the wrong tries of one who has shown by other means that they are right. */
export async function forgive(guesser: Guesser): Promise<void> {
  const key = keyOf(guesser);
  await Promise.all([tries(guesser).delete(key), currentWaits().delete(key), pastWaits().delete(key)]);
}

interface Try {
  guesser: Guesser;
  /** Whether this try began a wait. */
  isWaitOpen: boolean;
}

// None is remembered by a process for itself: being right in one ends the wait in all.
const isKeptInMemory = false;
const day = 24 * 3600;
// The last free try begins the first wait.
const tries = ({ kind, freeTries }: Guesser) => limiterOf(`tries:${kind}`, { points: freeTries - 1, durationSeconds: day, isKeptInMemory });
const currentWaits = () => limiterOf("wait", { points: 1, durationSeconds: day, isKeptInMemory });
const pastWaits = () => limiterOf("waits", { points: 1_000_000, durationSeconds: day, isKeptInMemory });

const keyOf = ({ kind, name }: Guesser) => boundedKey(kind, name);

async function refuseDuringWait(guesser: Guesser): Promise<void> {
  const wait = await currentWaits().get(keyOf(guesser));
  if (wait && wait.msBeforeNext > 0) throw mustWait(wait);
}

async function countTry(guesser: Guesser): Promise<Try> {
  const key = keyOf(guesser);
  const memory = { customDuration: guesser.memorySeconds };
  try {
    await tries(guesser).consume(key, 1, memory);
    return { guesser, isWaitOpen: false };
  } catch (result) {
    if (!(result instanceof RateLimiterRes)) throw result;
  }
  await tries(guesser).reward(key);
  // One of a crowd begins the wait and makes its try; only that one adds to the waits, so that no crowd lengthens them.
  const waits = (await pastWaits().get(key))?.consumedPoints ?? 0;
  try {
    await currentWaits().consume(key, 1, { customDuration: waitAfter(waits) });
  } catch (result) {
    throw result instanceof RateLimiterRes ? mustWait(result) : result;
  }
  await pastWaits().penalty(key, 1, memory);
  return { guesser, isWaitOpen: true };
}

async function takeBack({ guesser, isWaitOpen }: Try): Promise<void> {
  const key = keyOf(guesser);
  if (!isWaitOpen) await tries(guesser).reward(key);
  else await Promise.all([currentWaits().delete(key), pastWaits().reward(key)]);
}

function mustWait({ msBeforeNext }: RateLimiterRes): BoardsError {
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
  return new BoardsError("request.rate_limited", {
    message: say("reasons.auth.tooManyAttempts", { wait: waitInWords(seconds) }),
    retryAfterSeconds: seconds,
  });
}
