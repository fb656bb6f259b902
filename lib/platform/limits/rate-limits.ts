import { type Client, type ClientBase, Pool } from "pg";
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { say } from "@/lib/messages/say";
import { ScopedClient } from "@/lib/platform/db/scoped-client";
import { env } from "@/lib/platform/env";
import { BoardsError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { waitInWords } from "@/lib/platform/text/wait-in-words";

/** Requests a minute for each kind of work, by account, in whichever tenant, or, for nobody, by address (of IPv6 the first 64 bits). BOARDS_RATE_LIMITS replaces them. */
export const defaultLimits = {
  /** Not a minute, but altogether: how often a password may be wrong before the next try has to wait. Sign-ups a minute, by address. */
  signIn: 10,
  /** Generations asked for; each of a batch counts. */
  generation: 120,
  /** Files put onto boards, by form, by address, or announced to follow. */
  upload: 120,
  /** What is done with an announced upload: its bytes are sent, and it is confirmed. */
  uploadTicket: 240,
  /** Generations copied or moved, each of them, and those of a board that is duplicated. */
  copy: 1000,
  /** Generations tagged, starred or rated, each of them, once a tag. */
  label: 20_000,
  /** Models looked up at their providers, before they are added and when they are refreshed. */
  modelLookup: 60,
  /** Keys of providers tested, each by a call to the provider. */
  keyTest: 20,
  /** Everything else over GraphQL and REST. */
  request: 1200,
  /** The same for someone who is not signed in. */
  anonymous: 300,
  /** Calls of providers, by address: theirs are few, and many jobs end there. */
  webhook: 6000,
};

/** A kind of work that has a limit of its own. */
export type LimitName = keyof typeof defaultLimits;

const windowSeconds = 60;
/** Of these one request may do many. Where many are too many, a few may still be done: nobody is shut out. */
const manyAtOnce: ReadonlySet<LimitName> = new Set(["generation", "copy", "label"]);

/** What the headers of an answer say about a limit. */
export interface LimitState {
  limit: number;
  remaining: number;
  resetSeconds: number;
}

interface Kept {
  limiters: Map<string, RateLimiterAbstract>;
  pool?: Pool;
}
// Every bundle of Next.js counts with the same counters.
const kept = globalThis as { boardsLimits?: Kept };

/** How much of this kind may be done, by the settings. */
export function limitOf(name: LimitName): number {
  const own = env().rateLimits[name];
  return typeof own === "number" && Number.isInteger(own) && own >= 1 ? own : defaultLimits[name];
}

/** The one limiter of this name, which counts where the settings say: in this process, or in Postgres for all of them. */
export function limiterOf(name: string, options: { points: number; durationSeconds: number; isKeptInMemory?: boolean }): RateLimiterAbstract {
  kept.boardsLimits ??= { limiters: new Map() };
  const { limiters } = kept.boardsLimits;
  const known = limiters.get(name);
  if (known) return known;
  const { rateLimitStore, databaseUrl } = env();
  const settings = { keyPrefix: name, points: options.points, duration: options.durationSeconds };
  const memory = new RateLimiterMemory(settings);
  if (rateLimitStore === "postgres") kept.boardsLimits.pool ??= poolOf(databaseUrl);
  const limiter =
    rateLimitStore === "memory"
      ? memory
      : new RateLimiterPostgres({
          ...settings,
          storeClient: kept.boardsLimits.pool,
          schemaName: "boards",
          tableName: "rate_limits",
          tableCreated: true,
          // Who is over the limit costs no further statement; a database that is down refuses nobody for it.
          ...(options.isKeptInMemory === false ? {} : { inMemoryBlockOnConsumed: options.points + 1 }),
          insuranceLimiter: memory,
        });
  limiters.set(name, limiter);
  return limiter;
}

/** Every request counts: it does not wait for the disk. A crash of PostgreSQL forgets the counts of a second, which harms nobody. */
function poolOf(connectionString: string | undefined): Pool {
  const isNaming = env().isPreparingStatements;
  const onConnect = async (client: ClientBase) => void Object.assign(client, { settings: { synchronous_commit: "off" }, isNaming });
  const pool = new Pool({ connectionString, max: 3, application_name: "boards-limits", onConnect, Client: ScopedClient as unknown as typeof Client });
  // PostgreSQL restarts: the next request connects anew. Unheard, it would end the server.
  pool.on("error", (error) => log.warn({ err: error }, "lost a connection that counts requests"));
  return pool;
}

const workLimiter = (name: LimitName) =>
  limiterOf(name, { points: limitOf(name), durationSeconds: windowSeconds, isKeptInMemory: !manyAtOnce.has(name) });

/**
 * Counts one piece of work of this kind for `key`, or as many as one request does; throws `request.rate_limited` when there were too many in
 * this minute. Of work that one request may do much of, what is refused is not counted.
 */
export async function countAgainst(name: LimitName, key: string, pieces = 1): Promise<LimitState | null> {
  // One person's machine has nobody to be protected from.
  if (env().isLocal) return null;
  const limit = limitOf(name);
  if (pieces > limit) throw new BoardsError("request.too_complex", { message: say("reasons.request.tooManyAtOnce", { pieces, limit }) });
  try {
    return stateOf(limit, await workLimiter(name).consume(key, pieces));
  } catch (result) {
    if (!(result instanceof RateLimiterRes)) throw result;
    if (manyAtOnce.has(name)) await workLimiter(name).reward(key, pieces);
    const { resetSeconds } = stateOf(limit, result);
    throw new BoardsError("request.rate_limited", {
      message: say("reasons.request.rateLimited", { wait: waitInWords(resetSeconds) }),
      retryAfterSeconds: resetSeconds,
    });
  }
}

/** Counts pieces of work and does them; when that fails, none is counted. */
export async function countWork<T>(name: LimitName, key: string, pieces: number, work: () => Promise<T>): Promise<T> {
  if (pieces === 0 || (await countAgainst(name, key, pieces)) === null) return work();
  try {
    return await work();
  } catch (error) {
    await workLimiter(name).reward(key, pieces);
    throw error;
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
