import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { ensureTenantRole } from "@/lib/platform/db/tenant-role";
import { setConnectionDefaults } from "@/lib/platform/db/time-limits";
import { type Migration, MigrationError, readMigrations } from "./migrations";

/** The number that `prisma migrate` locks by; the same here, so that the two never run at once. */
const advisoryLock = 72_707_369;

/** As Prisma makes it, so that `prisma migrate deploy` and `status` agree with what is recorded here. */
const recordTable = `CREATE TABLE IF NOT EXISTS public._prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

/** What a database has of the migrations in the folder. */
export interface MigrationStatus {
  applied: string[];
  pending: string[];
}

/** Applies what is missing, each migration in a transaction of its own, and sets the defaults of all connections. Answers the names of those applied now. */
export function deployMigrations(databaseUrl: string, migrations?: Migration[]): Promise<string[]> {
  return withLock(databaseUrl, async (client) => {
    const all = migrations ?? (await readMigrations());
    const applied = await appliedNames(client, all);
    const pending = all.filter(({ name }) => !applied.includes(name));
    await ensureTenantRole(client);
    for (const { name, sql, checksum } of pending) {
      await inTransaction(client, name, async () => {
        await client.query(sql);
        await client.query(
          "INSERT INTO public._prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), clock_timestamp(), 1)",
          [randomUUID(), checksum, name],
        );
      });
    }
    await setConnectionDefaults(client);
    return pending.map(({ name }) => name);
  });
}

/** Takes the newest applied migration back by its down.sql. Answers its name, or null when nothing is applied. */
export function rollbackMigration(databaseUrl: string): Promise<string | null> {
  return withLock(databaseUrl, async (client) => {
    const all = await readMigrations();
    const last = (await appliedNames(client, all)).at(-1);
    const migration = all.find(({ name }) => name === last);
    if (!migration) return null;
    await inTransaction(client, migration.name, async () => {
      await client.query(migration.downSql);
      await client.query("DELETE FROM public._prisma_migrations WHERE migration_name = $1", [migration.name]);
    });
    return migration.name;
  });
}

/** Compares the database with the folder. */
export function migrationStatus(databaseUrl: string): Promise<MigrationStatus> {
  return withLock(databaseUrl, async (client) => {
    const all = await readMigrations();
    const applied = await appliedNames(client, all);
    return { applied, pending: all.map(({ name }) => name).filter((name) => !applied.includes(name)) };
  });
}

async function withLock<T>(databaseUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    // A migration takes as long as it takes, and another one is waited for.
    await client.query("SET statement_timeout = 0; SET lock_timeout = 0; SET idle_in_transaction_session_timeout = 0");
    await client.query("SELECT pg_advisory_lock($1)", [advisoryLock]);
    await client.query(recordTable);
    return await work(client);
  } finally {
    await client.end();
  }
}

async function inTransaction(client: Client, name: string, work: () => Promise<void>) {
  await client.query("BEGIN");
  try {
    await work();
    await client.query("COMMIT");
  } catch (cause) {
    await client.query("ROLLBACK");
    throw new MigrationError(`Migration ${name} failed and was taken back: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

/** Names of applied migrations, oldest first. A file that changed after it was applied is refused: the databases would part ways. */
async function appliedNames(client: Client, all: Migration[]): Promise<string[]> {
  const { rows } = await client.query<{ migration_name: string; checksum: string; finished_at: Date | null }>(
    "SELECT migration_name, checksum, finished_at FROM public._prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name",
  );
  for (const { migration_name, checksum, finished_at } of rows) {
    const migration = all.find(({ name }) => name === migration_name);
    if (!finished_at)
      throw new MigrationError(`Migration ${migration_name} was begun by another tool and not finished. Mend it with \`prisma migrate resolve\`.`);
    if (migration && migration.checksum !== checksum)
      throw new MigrationError(`Migration ${migration_name} was changed after it had been applied. Restore its migration.sql.`);
  }
  return rows.map((row) => row.migration_name);
}
