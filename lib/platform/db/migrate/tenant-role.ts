import { type Client, escapeIdentifier } from "pg";

const insufficientPrivilege = "42501";

/**
 * Makes the role as which the server works for a viewer, and lets the user that connects take it on: from PostgreSQL 16 on, whoever makes a
 * role without being a superuser may not by itself, as on Neon and Supabase. Where the user may do neither, throws an error with the SQL for
 * someone who may.
 */
export async function ensureTenantRole(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string; exists: boolean }>(
    "SELECT current_user AS name, EXISTS (SELECT FROM pg_roles WHERE rolname = 'boards_tenant') AS exists",
  );
  const { name = "", exists = false } = rows[0] ?? {};
  const grant = `GRANT boards_tenant TO ${escapeIdentifier(name)}`;
  const create = "CREATE ROLE boards_tenant NOLOGIN";
  try {
    if (!exists) await client.query(`DO $$ BEGIN ${create}; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`);
    if (!(await canTakeOn(client))) await client.query(grant);
  } catch (error) {
    if ((error as { code?: string }).code !== insufficientPrivilege) throw error;
    const needed = [...(exists ? [] : [create]), grant].map((each) => `  ${each};`).join("\n");
    throw new Error(
      `The database user ${name} may not make or take on the role boards_tenant. Let an administrator of the database run:\n${needed}`,
      {
        cause: error,
      },
    );
  }
}

async function canTakeOn(client: Client): Promise<boolean> {
  try {
    await client.query("SET ROLE boards_tenant");
    return true;
  } catch (error) {
    if ((error as { code?: string }).code !== insufficientPrivilege) throw error;
    return false;
  } finally {
    await client.query("RESET ROLE");
  }
}
