import { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { rememberedMs } from "@/lib/identity/sign-in/remember-callers";
import type { Authenticated } from "@/lib/platform/caller/request-context";
import { nobody } from "@/lib/platform/caller/request-context";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { tokenOf } from "@/lib/testing/bearer";
import { openInstallation } from "@/lib/testing/installation";
import type { User } from "@/prisma/generated/client";

let installation: Awaited<ReturnType<typeof openInstallation>>;
const load = async () => ({
  ...(await import("@/lib/identity/api-keys/api-keys")),
  ...(await import("@/lib/identity/memberships/enter-as")),
  ...(await import("@/lib/identity/sessions/sessions")),
  ...(await import("@/lib/identity/sign-in/remember-callers")),
  ...(await import("@/lib/identity/sign-in/viewer-of")),
  ...(await import("@/lib/identity/tenants/administer-tenants")),
  ...(await import("@/lib/identity/tenants/ensure-tenant")),
  ...(await import("@/lib/identity/users/change-users")),
  ...(await import("@/lib/identity/users/ensure-user")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/testing/seed/session")),
});
let boards: Awaited<ReturnType<typeof load>>;
/** What another process would write by. */
let elsewhere: Client;
let statements = 0;

beforeAll(async () => {
  installation = await openInstallation({
    BOARDS_LOCAL: "0",
    BOARDS_AUTH_PROVIDER: "jwt",
    BOARDS_JWT_SECRET: "a-secret-of-the-tests-a-secret-of-the-tests",
    BOARDS_SESSION_SECRET: "test-session-secret-test-session-secret",
    BOARDS_MULTI_TENANT_MODE: "1",
  });
  boards = await load();
  boards.db().$on("query", () => {
    statements += 1;
  });
  elsewhere = new Client({ connectionString: process.env.DATABASE_URL });
  await elsewhere.connect();
});
afterEach(() => vi.useRealTimers());
afterAll(async () => {
  await elsewhere.end();
  await installation.close();
});

type Way = "session" | "bearer" | "api-key";
interface Person {
  user: User;
  viewer: Viewer;
  admin: Viewer;
  sessionId: string;
  keyId: string;
  /** Asks who it is that shows this person's credential, always the same one. */
  ask: Record<Way, () => Promise<Authenticated>>;
}

let people = 0;
/** Someone in a tenant of their own, with a session, an API key and a token, and an owner above them. */
async function person(): Promise<Person> {
  const name = `person${++people}`;
  const { id: tenantId, slug } = await boards.ensureTenant(`tenant-${people}`, `Tenant ${people}`);
  const admin = await installation.viewer(`admin-${people}`, slug);
  const user = await boards.ensureUser(tenantId, { authProvider: "jwt", authSubject: name, displayName: name, email: `${name}@example.com` });
  const viewer: Viewer = { ...admin, userId: user.id, accountId: user.accountId, tenantRole: "member" };
  const { key, apiKey } = await boards.createApiKey(viewer, { name: "key", scopes: ["write"] });
  const cookie = await boards.seedSession(user);
  const session = await boards.db().userSession.findFirstOrThrow({ where: { userId: user.id } });
  const token = await tokenOf(name, { tenant: slug });
  const asking = (headers: Record<string, string>) => () =>
    boards.authenticate(new Request("http://localhost/api/graphql", { headers: { host: "localhost", ...headers } }));
  return {
    user,
    viewer,
    admin,
    sessionId: session.id,
    keyId: apiKey.id,
    ask: {
      session: asking({ cookie: `${cookie.name}=${cookie.value}` }),
      bearer: asking({ authorization: `Bearer ${token}` }),
      "api-key": asking({ authorization: `Bearer ${key}` }),
    },
  };
}

/** What a credential is worth: the role that it has, or why it has none. */
const worth = async (ask: () => Promise<Authenticated>) =>
  ask().then(
    ({ viewer }) => viewer?.tenantRole ?? "nobody",
    (error) => error.reason as string,
  );

describe("who is calling", () => {
  it.each(["session", "bearer", "api-key"] as const)("is looked up once for many requests with the same %s", async (way) => {
    const { ask, user } = await person();
    expect((await ask[way]()).viewer).toMatchObject({ userId: user.id });
    // The first token of somebody brings their account up to date, which is a write.
    await ask[way]();
    statements = 0;
    for (let request = 0; request < 10; request++) expect((await ask[way]()).viewer).toMatchObject({ userId: user.id });
    expect(statements).toBe(0);
  });

  it.each(["session", "api-key"] as const)("stays remembered while it is noted of others that their %s was used", async (way) => {
    const [one, other] = [await person(), await person()];
    await elsewhere.query("UPDATE boards.user_sessions SET last_used_at = '2020-01-01' WHERE id = $1", [other.sessionId]);
    await one.ask[way]();
    await other.ask[way]();
    statements = 0;
    await one.ask[way]();
    expect(statements).toBe(0);
    const { rows } = await elsewhere.query(
      "SELECT (SELECT last_used_at FROM boards.user_sessions WHERE id = $1) AS session, (SELECT last_used_at FROM boards.api_keys WHERE id = $2) AS key",
      [other.sessionId, other.keyId],
    );
    expect((way === "session" ? rows[0].session : rows[0].key).getTime()).toBeGreaterThan(Date.now() - 60_000);
  });

  const changes: [string, Way, (person: Person) => Promise<unknown>, string][] = [
    ["its session is ended", "session", ({ user, sessionId }) => boards.revokeSession(user.accountId, sessionId), "nobody"],
    ["all its sessions are ended, as by a new password", "session", ({ user }) => boards.revokeOtherSessions(user.accountId), "nobody"],
    ["they are shut out: session", "session", ({ admin, user }) => boards.setDisabled(admin, user.id, true), "nobody"],
    ["they are shut out: token", "bearer", ({ admin, user }) => boards.setDisabled(admin, user.id, true), "auth.disabled"],
    ["they are shut out: key", "api-key", ({ admin, user }) => boards.setDisabled(admin, user.id, true), "auth.disabled"],
    ["their key is revoked", "api-key", ({ viewer, keyId }) => boards.revokeApiKey(viewer, keyId), "auth.invalid_token"],
    ...(["session", "bearer", "api-key"] as const).map((way): (typeof changes)[number] => [
      `their role changes: ${way}`,
      way,
      ({ admin, user }) => boards.setTenantRole(admin, user.id, "admin"),
      "admin",
    ]),
    ["their tenant is deleted", "api-key", ({ user }) => boards.deleteTenant(user.tenantId), "auth.invalid_token"],
    [
      "their tenant has to wait for approval",
      "api-key",
      ({ user }) => boards.updateTenant(user.tenantId, { settings: { status: "pending_approval" } }),
      "tenant.awaits_approval",
    ],
    ["raw SQL ends it, in a transaction", "session", ({ sessionId }) => endByRawSql(sessionId), "nobody"],
  ];
  const endByRawSql = (id: string) => boards.db().$transaction((tx) => tx.$executeRaw`DELETE FROM boards.user_sessions WHERE id = ${id}::uuid`);

  it.each(changes)("is looked up anew with the next request when %s", async (_what, way, change, after) => {
    const someone = await person();
    for (let request = 0; request < 3; request++) expect(await worth(someone.ask[way])).toBe("member");
    await change(someone);
    expect(await worth(someone.ask[way])).toBe(after);
  });

  it("is a session's other tenant at once when it switches", async () => {
    const { user, ask, sessionId } = await person();
    const { id: tenantId } = await boards.ensureTenant(`second-${people}`, "Second");
    await boards.ensureUser(tenantId, { authProvider: "jwt", authSubject: `person${people}` });
    expect((await ask.session()).viewer?.tenantId).toBe(user.tenantId);
    await boards.switchTenant(user.accountId, sessionId, tenantId);
    expect((await ask.session()).viewer?.tenantId).toBe(tenantId);
  });

  it("is noticed after five seconds when another process ended the session", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const { ask, sessionId } = await person();
    for (let request = 0; request < 2; request++) await ask.session();
    await elsewhere.query("DELETE FROM boards.user_sessions WHERE id = $1", [sessionId]);
    expect(await worth(ask.session)).toBe("member");
    vi.setSystemTime(Date.now() + rememberedMs);
    expect(await worth(ask.session)).toBe("nobody");
  });

  it("ends with the session itself, also while it is remembered", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const { ask, sessionId } = await person();
    await elsewhere.query("UPDATE boards.user_sessions SET expires_at = $2, last_used_at = now() WHERE id = $1", [
      sessionId,
      new Date(Date.now() + 2000),
    ]);
    expect(await worth(ask.session)).toBe("member");
    vi.setSystemTime(Date.now() + 2000);
    expect(await worth(ask.session)).toBe("nobody");
  });

  it("is not remembered when something changed while it was looked up", async () => {
    const { ask, admin, user, viewer } = await person();
    const who = { ...nobody, viewer };
    await boards.rememberCaller(["slow"], async () => {
      await boards.setTenantRole(admin, user.id, "admin");
      return { who, endsAt: null };
    });
    const find = vi.fn(async () => ({ who, endsAt: null }));
    await boards.rememberCaller(["slow"], find);
    expect(find).toHaveBeenCalledTimes(1);
    expect(await worth(ask.session)).toBe("admin");
  });

  it("is not remembered of somebody who is refused or nobody", async () => {
    const find = vi.fn(async () => ({ who: nobody, endsAt: null }));
    for (let request = 0; request < 2; request++) await boards.rememberCaller(["nobody"], find);
    expect(find).toHaveBeenCalledTimes(2);
  });
});
