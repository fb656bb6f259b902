import { Client, escapeIdentifier } from "pg";
import { env } from "@/lib/platform/env";

/** Gives the planner fresh statistics of a table, by a connection of its own: the product's begin a transaction with every statement, which VACUUM refuses. */
export async function vacuum(table: string): Promise<void> {
  const client = new Client({ connectionString: env().directDatabaseUrl });
  await client.connect();
  try {
    await client.query(`VACUUM ANALYZE boards.${escapeIdentifier(table)}`);
  } finally {
    await client.end();
  }
}
