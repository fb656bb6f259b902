import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { deployMigrations } from "@/lib/platform/db/migrate/deploy";
import { ensureTenantRole, tenantRoleProblem } from "@/lib/platform/db/tenant-role";
import { createTestDatabase } from "@/lib/testing/database";
import { expectNoise } from "@/lib/testing/expect-noise";

// The role is there already: roles belong to the server, which these tests share with others.
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let admin: Client;
const made: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  admin = new Client({ connectionString: database.url });
  await admin.connect();
});
afterEach(async () => {
  for (const name of made.splice(0)) await admin.query(`REASSIGN OWNED BY ${name} TO CURRENT_USER; DROP OWNED BY ${name}; DROP ROLE ${name}`);
});
afterAll(async () => {
  await admin.end();
  await database.drop();
});

async function userWith(rights: string) {
  const name = `user_${randomBytes(4).toString("hex")}`;
  await admin.query(`CREATE ROLE ${name} LOGIN PASSWORD 'x' ${rights}`);
  made.push(name);
  const url = new URL(database.url);
  [url.username, url.password] = [name, "x"];
  return { name, url: url.href };
}

async function asUser<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

it("says what an administrator has to run where the user may not do it itself, and is content once they did", async () => {
  const { name, url } = await userWith("NOCREATEROLE");
  await expect(asUser(url, ensureTenantRole)).rejects.toThrow(
    `The database user ${name} may not make or take on the role boards_tenant. Let an administrator of the database run:\n  GRANT boards_tenant TO "${name}";`,
  );
  const problem = () => asUser(url, (client) => tenantRoleProblem(async (sql) => (await client.query(sql)).rows));
  expect(await problem()).toMatch(`Let an administrator of the database run:\n  GRANT boards_tenant TO "${name}";`);
  await admin.query(`GRANT boards_tenant TO ${name}`);
  await asUser(url, ensureTenantRole);
  expect(await problem()).toBeNull();
});

it("says at a server's start what is missing, whatever the user inherits", async () => {
  const { name, url } = await userWith("NOCREATEROLE");
  await admin.query(`GRANT boards_tenant TO ${name} WITH SET FALSE, INHERIT TRUE`);
  Object.assign(process.env, { DATABASE_URL: url, BOARDS_LOCAL: "1", BOARDS_STORAGE_SIGNING_KEY: "k".repeat(32) });
  const { refuseWithoutTenantRole } = await import("@/lib/platform/db/refuse-without-tenant-role");
  const { db } = await import("@/lib/platform/db/client");
  const exit = vi.spyOn(process, "exit").mockImplementation(() => undefined as never);
  await expectNoise(new RegExp(`GRANT boards_tenant TO "${name}";`), refuseWithoutTenantRole);
  expect(exit.mock.calls).toEqual([[1]]);
  await admin.query(`GRANT boards_tenant TO ${name} WITH SET TRUE`);
  await refuseWithoutTenantRole();
  expect(exit).toHaveBeenCalledTimes(1);
  exit.mockRestore();
  await db().$disconnect();
});

it("lets a user take the role on that administers it but was not given it, as whoever made it without being a superuser", async () => {
  const { name, url } = await userWith("CREATEROLE");
  await admin.query(`GRANT boards_tenant TO ${name} WITH ADMIN TRUE, SET FALSE, INHERIT FALSE`);
  await expect(asUser(url, (client) => client.query("SET ROLE boards_tenant"))).rejects.toThrow(/permission denied/);
  await asUser(url, ensureTenantRole);
  await asUser(url, (client) => client.query("SET ROLE boards_tenant"));
});

// Supabase keeps extensions in a schema of their own, and gives its users a search path and a time limit: https://supabase.com/docs/guides/database/extensions
const likeSupabase = (name: string, database: string) => `
  DROP EXTENSION IF EXISTS pg_trgm;
  CREATE SCHEMA extensions;
  CREATE EXTENSION pg_trgm SCHEMA extensions;
  GRANT USAGE ON SCHEMA extensions TO ${name};
  ALTER ROLE ${name} IN DATABASE ${database} SET search_path = "$user", public, extensions;
  ALTER ROLE ${name} SET statement_timeout = '8s'`;

it.each([
  ["an empty database of their own", () => ""],
  ["a database as Supabase makes it", likeSupabase],
])("lets somebody who is no superuser migrate %s", async (_what, prepare) => {
  const { name, url } = await userWith("CREATEROLE");
  await admin.query(`GRANT boards_tenant TO ${name} WITH ADMIN TRUE, SET FALSE`);
  const own = await createTestDatabase();
  const ownName = new URL(own.url).pathname.slice(1);
  await admin.query(`ALTER DATABASE ${ownName} OWNER TO ${name}`);
  const address = Object.assign(new URL(url), { pathname: ownName }).href;
  const owner = new Client({ connectionString: own.url });
  await owner.connect();
  await owner.query(`DROP SCHEMA boards CASCADE; DROP TABLE public._prisma_migrations; GRANT ALL ON SCHEMA public TO ${name}`);
  await owner.query(prepare(name, ownName));
  expect((await deployMigrations(address)).length).toBeGreaterThan(5);
  // A role's time limit in one database goes before that of the role.
  expect(await asUser(address, async (client) => (await client.query("SHOW statement_timeout")).rows)).toEqual([{ statement_timeout: "15s" }]);
  await owner.query("DROP SCHEMA boards CASCADE");
  await owner.end();
  await own.drop();
});
