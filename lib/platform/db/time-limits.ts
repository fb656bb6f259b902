import type { ClientBase } from "pg";
import { escapeIdentifier, escapeLiteral } from "pg";

/** How long a statement may run, wait for a lock, and keep a transaction open without doing anything. */
interface TimeLimits {
  statement_timeout: string;
  lock_timeout: string;
  idle_in_transaction_session_timeout: string;
}

/** `usual` holds on every connection; `bulk` is for work that nobody waits for and that may be long, by `withinTime("bulk", …)`. */
export const timeLimits = {
  usual: { statement_timeout: "15s", lock_timeout: "10s", idle_in_transaction_session_timeout: "30s" },
  bulk: { statement_timeout: "10min", lock_timeout: "1min", idle_in_transaction_session_timeout: "5min" },
} satisfies Record<string, TimeLimits>;

/** The name of a row of `timeLimits`. */
export type TimeLimitName = keyof typeof timeLimits;

// Postgres would compile a recursive query for a second that runs for a millisecond.
const defaults = { ...timeLimits.usual, jit: "off" };

/**
 * Gives the role that connects its defaults in this database, for every connection that is opened afterwards, by whatever part of the
 * installation. A transaction pooler refuses such settings as startup parameters, and one connection's SET would reach others.
 */
export async function setConnectionDefaults(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ database: string; kept: string[] | null }>(`
    SELECT current_database() AS database, (
      SELECT setconfig FROM pg_db_role_setting JOIN pg_database ON pg_database.oid = setdatabase JOIN pg_roles ON pg_roles.oid = setrole
      WHERE datname = current_database() AND rolname = session_user
    ) AS kept`);
  const { database = "", kept } = rows[0] ?? {};
  for (const [name, value] of Object.entries(defaults)) {
    if (kept?.includes(`${name}=${value}`)) continue;
    await client.query(`ALTER ROLE SESSION_USER IN DATABASE ${escapeIdentifier(database)} SET ${name} = ${escapeLiteral(value)}`);
  }
}
