import { Client } from "pg";

/** What a database has done since its start. */
export interface DatabaseWork {
  statements: number;
  /** What says in which role and tenant a statement works, and travels with it: `set_config` and `SET LOCAL`. */
  settings: number;
  /** Those of the function engine. */
  engineStatements: number;
  transactions: number;
  fsyncs: number;
  walKb: number;
}

/** A backend tells what it did about a second later. */
const toldAfterMs = 2500;

/** Turns counting of statements on, which holds from the database's next start. */
export async function countStatements(databaseUrl: string): Promise<void> {
  await asked(databaseUrl, "ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'");
}

/** What the database has done so far; BEGIN and COMMIT count as no statements. `countStatements` must have been called before its start. */
export async function databaseWork(databaseUrl: string): Promise<DatabaseWork> {
  await new Promise((resolve) => setTimeout(resolve, toldAfterMs));
  await asked(databaseUrl, "CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
  const [found] = await asked(
    databaseUrl,
    `SELECT (SELECT coalesce(sum(calls), 0) FROM pg_stat_statements WHERE ${counted} AND NOT ${isSetting})::float AS statements,
       (SELECT coalesce(sum(calls), 0) FROM pg_stat_statements WHERE ${isSetting})::float AS settings,
       (SELECT coalesce(sum(calls), 0) FROM pg_stat_statements WHERE ${counted} AND query LIKE '%inngest_local%')::float AS "engineStatements",
       (SELECT sum(xact_commit + xact_rollback) FROM pg_stat_database)::float AS transactions,
       (SELECT sum(fsyncs) FROM pg_stat_io WHERE object = 'wal')::float AS fsyncs,
       (SELECT wal_bytes / 1024 FROM pg_stat_wal)::float AS "walKb"`,
  );
  return found as DatabaseWork;
}

const counted = "query !~* '^(begin|commit|rollback|start transaction)'";
const isSetting = "query ~* '^(select set_config\\(|set local )'";

async function asked(databaseUrl: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
