import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { openInstallation } from "@/lib/testing/installation";
import type { User } from "@/prisma/generated/client";

const secret = "test-session-secret-test-session-secret";
let installation: Awaited<ReturnType<typeof openInstallation>>;
const load = async () => ({
  ...(await import("@/lib/identity/memberships/enter-as")),
  ...(await import("@/lib/identity/sign-in/next-auth-options")),
  ...(await import("@/lib/platform/caller/viewer")),
  ...(await import("@/lib/identity/sign-in/viewer-of")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/identity/sessions/sessions")),
  ...(await import("@/lib/identity/tenants/administer-tenants")),
  ...(await import("@/lib/identity/tenants/ensure-tenant")),
  ...(await import("@/lib/identity/users/change-users")),
  ...(await import("@/lib/identity/users/ensure-user")),
  graphql: await import("@/app/api/graphql/route"),
  jwt: await import("next-auth/jwt"),
});
let boards: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  installation = await openInstallation({
    BOARDS_AUTH_PROVIDER: "password",
    BOARDS_SESSION_SECRET: secret,
    BOARDS_MULTI_TENANT_MODE: "1",
  });
  boards = await load();
});
afterAll(() => installation.close());

let people = 0;
/** A person with a user in tenants of these names, new ones each time, of which an admin of their own can disable them. */
async function person(...names: string[]) {
  people += 1;
  const identity = { authProvider: "password", authSubject: `person${people}@example.com`, email: `person${people}@example.com` };
  const places: { tenantId: string; slug: string; user: User; admin: Viewer }[] = [];
  for (const name of names) {
    const { id: tenantId, slug } = await boards.ensureTenant(`${name}-${people}`, name);
    const admin = await installation.viewer(`admin of ${slug}`, slug);
    places.push({ tenantId, slug, admin, user: await boards.ensureUser(tenantId, identity) });
  }
  const [first, second] = places;
  if (!first || !second) throw new Error("a person of these tests is in two tenants");
  return { accountId: first.user.accountId, first, second };
}

async function requestOf(sessionId: string, tenant?: string, init: RequestInit = {}) {
  const cookie = `next-auth.session-token=${await boards.jwt.encode({ token: { sessionId }, secret })}`;
  const headers = { host: "localhost", cookie, "content-type": "application/json", ...(tenant ? { "x-tenant": tenant } : {}) };
  return new Request("http://localhost/api/graphql", { ...init, headers });
}
const whoIs = async (sessionId: string, tenant?: string) => boards.authenticate(await requestOf(sessionId, tenant));
const askAs = async (sessionId: string, query: string, tenant?: string) =>
  (await boards.graphql.POST(await requestOf(sessionId, tenant, { method: "POST", body: JSON.stringify({ query }) }))).json();

describe("a session of somebody in two tenants", () => {
  it("stands in one, and means another for one request that names it by slug or id", async () => {
    const { accountId, first, second } = await person("one", "two");
    const session = await boards.openSession(accountId, first.user);
    expect(await whoIs(session)).toMatchObject({ accountId, viewer: { userId: first.user.id } });
    for (const name of [second.slug, second.tenantId]) expect(await whoIs(session, name)).toMatchObject({ viewer: { userId: second.user.id } });
    expect(await whoIs(session)).toMatchObject({ viewer: { userId: first.user.id } });
    const { first: strange } = await person("three", "four");
    for (const name of [strange.slug, strange.tenantId, "not-there", "-"])
      await expect(whoIs(session, name)).rejects.toMatchObject({ reason: "tenant.not_member" });
  });

  it("changes its tenant, lists where it may go, and the next sign-in begins where it was last", async () => {
    const { accountId, first, second } = await person("one", "two");
    const session = await boards.openSession(accountId, first.user);
    const memberships = "{ myAccount { email memberships { name slug role isCurrent awaitsApproval } } me { id } }";
    expect(await askAs(session, memberships)).toMatchObject({
      data: {
        me: { id: first.user.id },
        myAccount: {
          memberships: [
            { name: "one", slug: first.slug, role: "MEMBER", isCurrent: true, awaitsApproval: false },
            { name: "two", slug: second.slug, role: "MEMBER", isCurrent: false, awaitsApproval: false },
          ],
        },
      },
    });
    const change = (tenantId: string) => `mutation { switchTenant(tenantId: "${tenantId}") }`;
    expect(await askAs(session, change(second.tenantId))).toEqual({ data: { switchTenant: second.user.id } });
    expect(await askAs(session, "{ me { id tenantId } }")).toEqual({ data: { me: { id: second.user.id, tenantId: second.tenantId } } });
    expect(await boards.enterUsual(accountId, "last")).toMatchObject({ id: second.user.id });
    const { first: strange } = await person("three", "four");
    expect(await askAs(session, change(strange.tenantId))).toMatchObject({ errors: [{ extensions: { reason: "tenant.not_member" } }] });
    expect(await whoIs(session)).toMatchObject({ viewer: { userId: second.user.id } });
    await expect(boards.switchTenant(accountId, null, first.tenantId)).rejects.toMatchObject({ reason: "session.not_found" });
  });

  it("is not kept out of one by being disabled in the other, and does not get into that one, not even in a race", async () => {
    const { accountId, first, second } = await person("one", "two");
    const [here, there] = [await boards.openSession(accountId, first.user), await boards.openSession(accountId, second.user)];
    const switches = Array.from({ length: 8 }, () => boards.switchTenant(accountId, here, second.tenantId));
    const all = await Promise.allSettled([boards.setDisabled(second.admin, second.user.id, true), ...switches]);
    expect(all[0]).toMatchObject({ status: "fulfilled" });
    expect(await whoIs(there)).toMatchObject({ viewer: null, accountId: null });
    // The session that raced has ended, or stands in the first.
    expect([null, first.user.id]).toContain((await whoIs(here)).viewer?.userId ?? null);
    const session = await boards.openSession(accountId, first.user);
    for (const name of [second.slug, second.tenantId]) await expect(whoIs(session, name)).rejects.toMatchObject({ reason: "auth.disabled" });
    await expect(boards.switchTenant(accountId, session, second.tenantId)).rejects.toMatchObject({ reason: "auth.disabled" });
    expect(await boards.enterUsual(accountId, "last")).toMatchObject({ id: first.user.id });
    expect((await askAs(session, "{ myAccount { memberships { slug } } }")).data.myAccount.memberships).toEqual([{ slug: first.slug }]);
    await boards.setDisabled(first.admin, first.user.id, true);
    await expect(boards.enterUsual(accountId, "last")).rejects.toMatchObject({ reason: "auth.disabled" });
    expect(await whoIs(session)).toMatchObject({ viewer: null, accountId: null });
  });

  it("goes on in another tenant when its own is deleted or waits for approval, and stays signed in when there is none", async () => {
    const { accountId, first, second } = await person("one", "two");
    const session = await boards.openSession(accountId, first.user);
    await boards.updateTenant(first.tenantId, { settings: { status: "pending_approval" } });
    expect(await whoIs(session)).toMatchObject({ viewer: { userId: second.user.id } });
    await expect(boards.switchTenant(accountId, session, first.tenantId)).rejects.toMatchObject({ reason: "tenant.awaits_approval" });
    await boards.updateTenant(first.tenantId, { settings: { status: "active" } });
    await boards.deleteTenant(second.tenantId);
    expect(await whoIs(session)).toMatchObject({ viewer: { userId: first.user.id } });
    await boards.deleteTenant(first.tenantId);
    expect(await whoIs(session)).toMatchObject({ viewer: null, accountId, sessionId: session });
    expect(await askAs(session, "{ me { id } myAccount { memberships { slug } } mySessions { isCurrent } }")).toEqual({
      data: { me: null, myAccount: { memberships: [] }, mySessions: [{ isCurrent: true }] },
    });
    expect(await askAs(session, 'mutation { createBoard(input: { title: "x" }) { id } }')).toMatchObject({
      errors: [{ extensions: { code: "FORBIDDEN", reason: "tenant.no_membership" } }],
    });
    const { id: tenantId } = await boards.ensureTenant("late", "Late");
    const admitted = await boards.ensureUserOf(accountId, tenantId, {});
    expect(await whoIs(session)).toMatchObject({ viewer: { userId: admitted.id } });
  });

  it("ends its other sessions in whichever tenant they stand, and no other person's", async () => {
    const { accountId, first, second } = await person("one", "two");
    const other = await person("three", "four");
    const sessions = [first.user, second.user, null].map((user) => boards.openSession(accountId, user));
    const [one = "", two = ""] = await Promise.all(sessions);
    const theirs = await boards.openSession(other.accountId, other.first.user);
    expect((await askAs(one, "{ mySessions { id } }")).data.mySessions).toHaveLength(3);
    await expect(boards.revokeSession(accountId, theirs)).rejects.toMatchObject({ reason: "session.not_found" });
    expect(await askAs(one, `mutation { revokeSession(id: "${two}") }`)).toEqual({ data: { revokeSession: true } });
    expect(await askAs(one, "mutation { revokeOtherSessions }")).toEqual({ data: { revokeOtherSessions: 1 } });
    expect(await whoIs(theirs)).toMatchObject({ viewer: { userId: other.first.user.id } });
  });
});
