import { createHash, randomBytes } from "node:crypto";
import { Client } from "pg";
import { deployMigrations } from "@/lib/platform/db/migrate/deploy";
import { readMigrations } from "@/lib/platform/db/migrate/migrations";
import { setConnectionDefaults } from "@/lib/platform/db/time-limits";

/** The server where databases may be made: `TEST_DATABASE_URL`, or one that this run of tests brings and starts when the first test asks. */
export async function testDatabaseServer(): Promise<string> {
  const { TEST_DATABASE_URL: given, TEST_DATABASE_STARTER: starter } = process.env;
  if (given) return given;
  if (!starter) throw new Error("There is no Postgres to test with: run the tests by vitest, or set TEST_DATABASE_URL");
  const response = await fetch(starter);
  const text = await response.text();
  if (!response.ok) throw new Error(`Postgres did not start: ${text}`);
  return text;
}

/** A database for one test file, migrated. */
export async function createTestDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const server = await testDatabaseServer();
  const name = `boards_test_${randomBytes(6).toString("hex")}`;
  const template = await ensureTemplate(server);
  await onServer(server, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`));
  const url = databaseUrl(server, name);
  // They belong to a database and a role, and are not copied with a template.
  await onServer(url, setConnectionDefaults);
  return { url, drop: () => onServer(server, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)) };
}

/** The template's name for these migrations: a hash, since PostgreSQL cuts a name at 63 characters and would take two templates for one. */
export function templateName(checksums: string[]): string {
  return `boards_template_${createHash("sha256").update(checksums.join()).digest("hex").slice(0, 32)}`;
}

/** Migrates once into a template; copying it takes milliseconds. */
async function ensureTemplate(server: string): Promise<string> {
  const template = templateName((await readMigrations()).map(({ checksum }) => checksum));
  await onServer(server, async (client) => {
    // Test files run side by side: the first to come makes it.
    await client.query("SELECT pg_advisory_lock(20261124)");
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [template]);
    if (rowCount) return;
    await client.query(`CREATE DATABASE ${template}_new`);
    await deployMigrations(databaseUrl(server, `${template}_new`));
    await client.query(`ALTER DATABASE ${template}_new RENAME TO ${template}`);
  });
  return template;
}

async function onServer(server: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
