import { type Client, escapeIdentifier } from "pg";

const insufficientPrivilege = "42501";

/**
 * Makes the role as which the server works for a viewer, and lets the user that connects take it on: from PostgreSQL 16 on, whoever makes a
 * role without being a superuser may not by itself, as on Neon and Supabase. Where the user may do neither, throws an error with the SQL for
 * someone who may.
 */
export async function ensureTenantRole(client: Client): Promise<void> {
  const standing = await standingOf(async (sql) => (await client.query<Standing>(sql)).rows);
  const { name, exists, mayTakeOn } = standing;
  try {
    if (!exists) await client.query(`DO $$ BEGIN ${create}; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`);
    if (!mayTakeOn) await client.query(grantTo(name));
  } catch (error) {
    if ((error as { code?: string }).code !== insufficientPrivilege) throw error;
    throw new Error(sentenceOf(standing), { cause: error });
  }
}

/** What an administrator of the database has to run before the user that connects can work for viewers, as a sentence with its SQL; null if nothing. */
export async function tenantRoleProblem(ask: (sql: string) => Promise<Standing[]>): Promise<string | null> {
  const standing = await standingOf(ask);
  return standing.mayTakeOn ? null : sentenceOf(standing);
}

/** How the user that connects stands to the role. */
interface Standing {
  name: string;
  exists: boolean;
  mayTakeOn: boolean;
}

// From PostgreSQL 16 on, a member need not be allowed to take the role on.
const standingSql = `SELECT session_user::text AS name, count(oid) > 0 AS exists, coalesce(bool_or(pg_has_role(session_user, oid,
    CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END)), false) AS "mayTakeOn"
  FROM pg_roles WHERE rolname = 'boards_tenant'`;

async function standingOf(ask: (sql: string) => Promise<Standing[]>): Promise<Standing> {
  const [standing] = await ask(standingSql);
  return standing ?? { name: "", exists: false, mayTakeOn: false };
}

const create = "CREATE ROLE boards_tenant NOLOGIN";
const grantTo = (name: string) => `GRANT boards_tenant TO ${escapeIdentifier(name)}`;

function sentenceOf({ name, exists }: Standing): string {
  const needed = [...(exists ? [] : [create]), grantTo(name)].map((each) => `  ${each};`).join("\n");
  return `The database user ${name} may not make or take on the role boards_tenant. Let an administrator of the database run:\n${needed}`;
}
