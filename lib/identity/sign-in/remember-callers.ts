import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Authenticated } from "@/lib/platform/caller/request-context";
import { watchWrites } from "@/lib/platform/db/table-writes";

/** For so long it is believed who a credential is. What another process changes meanwhile is noticed afterwards. */
export const rememberedMs = 5000;
const maximumCallers = 5000;

/** Who showed a credential, and when it ends by itself. */
export interface Found {
  who: Authenticated;
  endsAt: Date | null;
}

interface Remembered extends Found {
  at: number;
}

interface Kept {
  callers: LRUCache<string, Remembered>;
  /** Counts what made all of them forgotten. */
  changes: number;
}
// Every bundle of Next.js asks the same memory.
const kept = globalThis as { boardsCallers?: Kept };
kept.boardsCallers ??= { callers: new LRUCache({ max: maximumCallers }), changes: 0 };
const memory = kept.boardsCallers;

// Whatever in this process ends a session or a key, shuts someone out or changes their role, tenant or address writes to one of these.
const tables = ["user_sessions", "api_keys", "users", "accounts", "tenants", "invitations"];
// That one was used, and so lasts longer, says nothing new of anybody: with many callers somebody's is noted all the time.
const useIsNoted = /^UPDATE "boards"\."(?:user_sessions|api_keys)" SET "last_used_at" = \$\d+(?:, "expires_at" = \$\d+)? WHERE\b/;
const forgetAll = () => {
  memory.changes += 1;
  memory.callers.clear();
};
watchWrites("callers", tables, forgetAll, useIsNoted);

/**
 * Who shows this credential: looked up by `find`, and remembered for five seconds, until it ends, or until something of sessions, keys, users,
 * accounts or tenants changes in this process, whichever comes first. Whom `find` refuses is looked up each time.
 */
export async function rememberCaller(credential: string[], find: () => Promise<Found>): Promise<Authenticated> {
  const key = createHash("sha256").update(JSON.stringify(credential)).digest("base64");
  const known = memory.callers.get(key);
  const now = Date.now();
  if (known && now >= known.at && now < known.at + rememberedMs && (!known.endsAt || now < known.endsAt.getTime())) return known.who;
  const { changes } = memory;
  const found = await find();
  // What changed meanwhile may have been read before it did.
  if (changes === memory.changes && found.who.viewer) memory.callers.set(key, { ...found, at: now });
  return found.who;
}
