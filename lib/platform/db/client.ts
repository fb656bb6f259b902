import { keepScopesApart } from "@/lib/platform/db/scoped-batches";
import { ScopedPool } from "@/lib/platform/db/scoped-pool";
import { StorableAdapter } from "@/lib/platform/db/storable-adapter";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { PrismaClient } from "@/prisma/generated/client";

function connect() {
  const { databaseUrl, databasePoolSize, isPreparingStatements, sqlEcho } = env();
  const pool = new ScopedPool({ connectionString: databaseUrl, max: databasePoolSize, isPreparing: isPreparingStatements });
  const client = new PrismaClient({
    adapter: new StorableAdapter(pool, { isPreparing: isPreparingStatements }),
    log: [{ emit: "event", level: "query" }],
    // PostgreSQL ends what hangs, by time-limits.ts; Prisma's own 2 and 5 seconds would end what is merely slow, as after an interruption.
    transactionOptions: { maxWait: 10_000, timeout: 30_000 },
  });
  keepScopesApart(client);
  if (sqlEcho) client.$on("query", ({ query, duration }) => log.info({ durationMs: duration }, query));
  return client;
}

/** The database client. */
export type Database = ReturnType<typeof connect>;

/** The client within `db().$transaction(async (tx) => …)`. */
export type Transaction = Parameters<Parameters<Database["$transaction"]>[0]>[0];

// Hot reload evaluates this module anew; the connections must not multiply with it.
const kept = globalThis as { boardsDatabase?: Database };

/** The one database client of this process, connected on first use. */
export function db(): Database {
  kept.boardsDatabase ??= connect();
  return kept.boardsDatabase;
}
