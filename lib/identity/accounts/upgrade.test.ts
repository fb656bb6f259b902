import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deployMigrations, rollbackMigration } from "@/lib/platform/db/migrate/deploy";
import { type Migration, readMigrations } from "@/lib/platform/db/migrate/migrations";
import { passwordSettings } from "@/lib/testing/bearer";
import { openInstallation } from "@/lib/testing/installation";

/*
 * An installation from before there were accounts is upgraded: each user of one person, in several tenants, becomes a part of one account, and
 * everyone is let in as before.
 */

const introducing = "accounts";
const all = await readMigrations();
const first = all.findIndex(({ name }) => name.endsWith(`_${introducing}`));

let installation: Awaited<ReturnType<typeof openInstallation>>;
let client: Client;
const load = async () => ({
  ...(await import("@/lib/identity/accounts/ensure-account")),
  ...(await import("@/lib/identity/memberships/enter-as")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/identity/passwords/passwords")),
  ...(await import("@/lib/identity/sessions/sessions")),
  argon2: await import("@node-rs/argon2"),
});
let boards: Awaited<ReturnType<typeof load>>;
const url = () => process.env.DATABASE_URL ?? "";

beforeAll(async () => {
  installation = await openInstallation({
    ...passwordSettings,
    BOARDS_MULTI_TENANT_MODE: "1",
    BOARDS_RATE_LIMITS: JSON.stringify({ signIn: 1000 }),
  });
  boards = await load();
  client = new Client({ connectionString: url() });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await installation.close();
});

const id = (number: number) => `0192aaaa-0000-7000-8000-${String(number).padStart(12, "0")}`;
const [acme, beta, gamma] = [id(1), id(2), id(3)];
const day = (number: number) => new Date(Date.UTC(2026, 0, number));

/** Users as they were: the address or subject by which they sign in, their tenant, and the day on which they came. */
const users = [
  { id: id(11), tenant: acme, provider: "password", subject: "ada@example.com", email: "ada@example.com", since: 1 },
  {
    id: id(12),
    tenant: beta,
    provider: "password",
    subject: "ada@example.com",
    email: "old@example.com",
    since: 2,
    password: ["adas password", 2],
    session: 30,
  },
  { id: id(13), tenant: gamma, provider: "password", subject: "ada@example.com", email: null, since: 3, session: 40 },
  { id: id(21), tenant: acme, provider: "oidc", subject: "bob", email: "bob@example.com", since: 1, session: 30 },
  { id: id(22), tenant: beta, provider: "oidc", subject: "bob", email: "bob@other.example", since: 2 },
  { id: id(31), tenant: acme, provider: "password", subject: "dan@example.com", email: "dan@example.com", since: 1, password: ["dans first one", 1] },
  { id: id(32), tenant: beta, provider: "password", subject: "dan@example.com", email: "dan@example.com", since: 2, password: ["dans newer one", 9] },
  { id: id(41), tenant: acme, provider: "none", subject: "dev-user", email: "dev@example.com", since: 1 },
] as const;

/** Brings the database back to where it was after these migrations, and fills it as it was filled then. */
async function begin(applied: Migration[]) {
  await client.query("DROP SCHEMA boards CASCADE; TRUNCATE public._prisma_migrations");
  await deployMigrations(url(), applied);
  const hasPasswords = applied.some(({ name }) => name.endsWith("_people_and_guards"));
  for (const [place, tenant] of [acme, beta, gamma].entries())
    await client.query("INSERT INTO boards.tenants (id, name, slug) VALUES ($1::uuid, $2, $2)", [tenant, `tenant-${place}`]);
  for (const user of users) {
    const { id, tenant, provider, subject, email, since } = user;
    await client.query(
      "INSERT INTO boards.users (id, tenant_id, auth_provider, auth_subject, email, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $6)",
      [id, tenant, provider, subject, email, day(since)],
    );
    if (!hasPasswords) continue;
    await client.query("UPDATE boards.users SET is_email_verified = true WHERE id = $1", [id]);
    if ("password" in user)
      await client.query("INSERT INTO boards.password_credentials (user_id, password_hash, updated_at) VALUES ($1, $2, $3)", [
        id,
        await boards.argon2.hash(user.password[0], { memoryCost: 1024, timeCost: 1 }),
        day(user.password[1]),
      ]);
    if ("session" in user)
      await client.query(
        "INSERT INTO boards.user_sessions (id, user_id, last_used_at, expires_at) VALUES ($1::uuid, $1::uuid, $2, now() + interval '1 day')",
        [id, day(user.session)],
      );
  }
  return hasPasswords;
}

/** Everybody is who they were, in every tenant, by one account each. */
async function everybodyIsIn(hasPasswords: boolean) {
  const rows = await boards.db().account.findMany({ orderBy: { authSubject: "asc" }, include: { users: { orderBy: { createdAt: "asc" } } } });
  const known = rows.map(({ authSubject, email, isEmailVerified, users }) => [authSubject, email, isEmailVerified, users.map(({ id }) => id)]);
  expect(known).toEqual([
    ["ada@example.com", "ada@example.com", false, [id(11), id(12), id(13)]],
    ["bob", "bob@example.com", hasPasswords, [id(21), id(22)]],
    ["dan@example.com", "dan@example.com", false, [id(31), id(32)]],
    ["dev-user", "dev@example.com", hasPasswords, [id(41)]],
  ]);
  const bob = await boards.ensureAccount({ authProvider: "oidc", authSubject: "bob" });
  expect(await boards.enterUsual(bob.id, "age")).toMatchObject({ id: id(21) });
  expect(await boards.enterAs(bob.id, beta)).toMatchObject({ id: id(22) });
  if (!hasPasswords) return;
  const ada = await boards.accountOfPassword({ email: "ada@example.com", password: "adas password" });
  for (const [tenant, userId] of [
    [acme, id(11)],
    [beta, id(12)],
    [gamma, id(13)],
  ] as const)
    expect(await boards.enterAs(ada.id, tenant)).toMatchObject({ id: userId });
  expect(await boards.accountOfPassword({ email: "dan@example.com", password: "dans newer one" })).toMatchObject({ email: "dan@example.com" });
  for (const user of users)
    if ("session" in user) expect(await boards.enterBySession(user.id, null)).toMatchObject({ viewer: { userId: user.id, tenantId: user.tenant } });
}

describe.each(all.slice(0, first).map((migration, place) => [migration.name, place + 1] as const))("an installation as of %s", (_name, count) => {
  it("is upgraded: one account a person, who signs in as before, and whose browsers stay signed in", async () => {
    const hasPasswords = await begin(all.slice(0, count));
    await deployMigrations(url());
    await everybodyIsIn(hasPasswords);
    if (hasPasswords)
      expect(
        await boards.enterUsual((await boards.ensureAccount({ authProvider: "password", authSubject: "ada@example.com" })).id, "last"),
      ).toMatchObject({ id: id(13) });
    // Nobody is newer for it.
    expect(await boards.db().user.findUniqueOrThrow({ where: { id: id(11) } })).toMatchObject({ createdAt: day(1) });
  });
});

it("the way back leaves everybody who they were, with one password, and up again all is there", async () => {
  await begin(all.slice(0, first));
  await deployMigrations(url());
  await boards
    .db()
    .account.create({ data: { authProvider: "oidc", authSubject: "of no tenant", sessions: { create: { expiresAt: new Date("2099-01-01") } } } });
  while ((await rollbackMigration(url())) !== all[first]?.name);
  const { rows } = await client.query("SELECT id, auth_provider, auth_subject FROM boards.users ORDER BY id");
  expect(rows).toEqual(users.map(({ id, provider, subject }) => ({ id, auth_provider: provider, auth_subject: subject })));
  const passwords = await client.query(
    "SELECT u.auth_subject FROM boards.password_credentials AS p JOIN boards.users AS u ON u.id = p.user_id ORDER BY 1",
  );
  expect(passwords.rows.map(({ auth_subject }) => auth_subject)).toEqual(["ada@example.com", "dan@example.com"]);
  await deployMigrations(url());
  await everybodyIsIn(true);
});
