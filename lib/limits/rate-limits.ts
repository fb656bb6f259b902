import { Pool } from "pg";
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { z } from "zod";
import { env } from "@/lib/env";
import { BoardsError } from "@/lib/errors";

/** Requests a minute for each kind of work, by viewer or, for nobody, by address. BOARDS_RATE_LIMITS replaces them. */
export const defaultLimits = {
  /** By address and by e-mail. */
  signIn: 10,
  generation: 120,
  upload: 120,
  /** Everything else over GraphQL and REST. */
  request: 1200,
  /** The same for somebody who is not signed in. */
  anonymous: 300,
  /** Calls of providers, by address: theirs are few, and many jobs end there. */
  webhook: 6000,
};

/** A kind of work that has a limit of its own. */
export type LimitName = keyof typeof defaultLimits;

const windowSeconds = 60;

/** What the headers of an answer say about a limit. */
export interface LimitState {
  limit: number;
  remaining: number;
  resetSeconds: number;
}

interface Kept {
  limiters: Map<LimitName, { limit: number; limiter: RateLimiterAbstract }>;
  pool?: Pool;
}
// Every bundle of Next.js counts with the same counters.
const kept = globalThis as { boardsLimits?: Kept };

function limiterOf(name: LimitName) {
  kept.boardsLimits ??= { limiters: new Map() };
  const { limiters } = kept.boardsLimits;
  const known = limiters.get(name);
  if (known) return known;
  const { rateLimits, rateLimitStore, databaseUrl } = env();
  const limit = z.number().int().min(1).catch(defaultLimits[name]).parse(rateLimits[name]);
  const options = { keyPrefix: name, points: limit, duration: windowSeconds };
  const memory = new RateLimiterMemory(options);
  if (rateLimitStore === "postgres") kept.boardsLimits.pool ??= new Pool({ connectionString: databaseUrl, max: 3 });
  const limiter =
    rateLimitStore === "memory"
      ? memory
      : new RateLimiterPostgres({
          ...options,
          storeClient: kept.boardsLimits.pool,
          schemaName: "boards",
          tableName: "rate_limits",
          tableCreated: true,
          // Who is over the limit costs no further statement; a database that is down refuses nobody for it.
          inMemoryBlockOnConsumed: limit + 1,
          insuranceLimiter: memory,
        });
  const made = { limit, limiter };
  limiters.set(name, made);
  return made;
}

/** Counts one piece of work of this kind for `key`; throws `request.rate_limited` when there were too many in this minute. */
export async function countAgainst(name: LimitName, key: string): Promise<LimitState | null> {
  // One person's machine has nobody to be protected from.
  if (env().isLocal) return null;
  const { limit, limiter } = limiterOf(name);
  try {
    return stateOf(limit, await limiter.consume(key));
  } catch (result) {
    if (!(result instanceof RateLimiterRes)) throw result;
    const { resetSeconds } = stateOf(limit, result);
    throw new BoardsError("request.rate_limited", {
      message: `Too many requests: try again in ${resetSeconds} second${resetSeconds === 1 ? "" : "s"}`,
      retryAfterSeconds: resetSeconds,
    });
  }
}

const stateOf = (limit: number, result: RateLimiterRes): LimitState => ({
  limit,
  remaining: result.remainingPoints,
  resetSeconds: Math.max(1, Math.ceil(result.msBeforeNext / 1000)),
});

/** The headers of draft-ietf-httpapi-ratelimit-headers, as most servers send them. */
export function limitHeaders(state: LimitState | null): Record<string, string> {
  if (!state) return {};
  const { limit, remaining, resetSeconds } = state;
  return { "ratelimit-limit": String(limit), "ratelimit-remaining": String(remaining), "ratelimit-reset": String(resetSeconds) };
}
