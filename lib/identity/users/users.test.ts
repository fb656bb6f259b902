import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openInstallation } from "@/lib/testing/installation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
const load = async () => ({
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/identity/tenants/ensure-tenant")),
  ...(await import("@/lib/identity/users/ensure-user")),
  ...(await import("@/lib/identity/users/change-users")),
  ...(await import("@/lib/platform/caller/viewer")),
});
let boards: Awaited<ReturnType<typeof load>>;
beforeAll(async () => {
  installation = await openInstallation();
  boards = await load();
});
afterAll(() => installation.close());

const ada = { authProvider: "oidc", authSubject: "ada", email: "Ada@Example.com", displayName: "Ada" };

describe("a user", () => {
  it("is made on first sight, once, however many requests come at the same moment", async () => {
    const { id } = await boards.ensureDefaultTenant();
    const users = await Promise.all(Array.from({ length: 20 }, () => boards.ensureUser(id, ada)));
    expect(new Set(users.map((user) => user.id)).size).toBe(1);
    expect(users[0]).toMatchObject({ tenantRole: "member" });
    expect(await boards.db().account.findMany()).toMatchObject([{ id: users[0]?.accountId, email: "ada@example.com" }]);
  });

  it("owns a tenant by being told so, never by being first; and there is one owner, however many are told so at the same moment", async () => {
    const { id } = await boards.ensureTenant("raced", "Raced");
    await boards.ensureUser(id, ada);
    const racers = ["ada", "ada", "bob", "bob", "cleo", "dan", "eve", "fay"].map((authSubject) => ({ authProvider: "oidc", authSubject }));
    const all = await Promise.allSettled(racers.map((racer) => boards.ensureUser(id, racer, "owner")));
    for (const result of all) if (result.status === "rejected") expect(result.reason).toMatchObject({ reason: "tenant.has_owner" });
    const owners = all.flatMap((result) => (result.status === "fulfilled" ? result.value.accountId : []));
    expect(new Set(owners).size).toBe(1);
    const inside = await boards.db().user.findMany({ where: { tenantId: id } });
    const { id: adasAccount } = await boards.db().account.findFirstOrThrow({ where: { authSubject: "ada" } });
    expect(new Set(inside.map(({ accountId }) => accountId))).toEqual(new Set([adasAccount, owners[0]]));
  });

  it("follows what the provider says, but for what they chose themselves until they give it back", async () => {
    const { id } = await boards.ensureDefaultTenant();
    const user = await boards.ensureUser(id, { ...ada, displayName: "Ada L.", avatarUrl: "https://x.example/a.png" });
    expect(user).toMatchObject({ displayName: "Ada L.", avatarUrl: "https://x.example/a.png" });
    const viewer = boards.sessionViewer(user);
    expect(await boards.updateProfile(viewer, { displayName: "The Countess" })).toMatchObject({
      displayName: "The Countess",
      avatarUrl: "https://x.example/a.png",
    });
    expect(await boards.ensureUser(id, { ...ada, displayName: "Ada M." })).toMatchObject({ displayName: "The Countess" });
    await boards.updateProfile(viewer, { displayName: "" });
    expect(await boards.ensureUser(id, { ...ada, displayName: "Ada M." })).toMatchObject({ displayName: "Ada M." });
  });

  it.each([
    [{ displayName: "x".repeat(256) }, "displayName"],
    [{ avatarUrl: "javascript:alert(1)" }, "avatarUrl"],
    [{ avatarUrl: "http://plain.example/a.png" }, "avatarUrl"],
  ])("cannot be changed to %o", async (change, field) => {
    const user = await boards.db().user.findFirstOrThrow();
    await expect(boards.updateProfile(boards.sessionViewer(user), change)).rejects.toMatchObject({ reason: "input.invalid", field });
  });
});

describe("shutting somebody out", () => {
  it("takes, of an admin, whoever makes admins", async () => {
    const { id } = await boards.ensureTenant("shutting", "Shutting");
    const named = async (authSubject: string, tenantRole: string) => {
      const user = await boards.ensureUser(id, { authProvider: "oidc", authSubject }, tenantRole === "owner" ? "owner" : "member");
      return boards.db().user.update({ where: { id: user.id }, data: { tenantRole } });
    };
    const [owner, one, other, member] = await Promise.all([named("o", "owner"), named("a", "admin"), named("b", "admin"), named("m", "member")]);
    const admin = boards.sessionViewer(one);
    for (const isDisabled of [true, false])
      await expect(boards.setDisabled(admin, other.id, isDisabled)).rejects.toMatchObject({ reason: "auth.admin_required" });
    expect(await boards.setDisabled(admin, member.id, true)).toMatchObject({ disabledAt: expect.any(Date) });
    expect(await boards.setDisabled(boards.sessionViewer(owner), other.id, true)).toMatchObject({ disabledAt: expect.any(Date) });
  });
});

describe("the users of a tenant", () => {
  const ask = async (query: string | null) => {
    const { askGraphql } = await import("@/lib/testing/ask-graphql");
    const { id } = await boards.ensureTenant("found", "Found");
    const owner = await boards.ensureUser(id, { authProvider: "oidc", authSubject: "found-owner", displayName: "Olga" });
    const viewer = { ...boards.sessionViewer(owner), tenantRole: "owner" as const };
    const document = "query ($query: String) { tenantUsers(query: $query) { totalCount nodes { displayName lastSeenAt } } }";
    const { data, errors } = await askGraphql(viewer, document, { query });
    return {
      found: (data as unknown as { tenantUsers: { totalCount: number; nodes: { displayName: string; lastSeenAt: Date | null }[] } })?.tenantUsers,
      errors,
    };
  };

  it("are found by a part of their name or address, in their own tenant only, with when they were last seen", async () => {
    const { id } = await boards.ensureTenant("found", "Found");
    const { id: elsewhere } = await boards.ensureTenant("elsewhere", "Elsewhere");
    const grace = await boards.ensureUser(id, { authProvider: "oidc", authSubject: "grace", displayName: "Grace_H", email: "hopper@navy.example" });
    await boards.ensureUser(elsewhere, { authProvider: "oidc", authSubject: "grace-2", displayName: "Grace_H 2", email: "hopper2@navy.example" });
    expect((await ask("grace_")).found).toMatchObject({ totalCount: 1, nodes: [{ displayName: "Grace_H", lastSeenAt: null }] });
    const lastUsedAt = new Date("2026-11-20T10:00:00.000Z");
    const session = { accountId: grace.accountId, userId: grace.id, lastUsedAt, expiresAt: new Date(Date.now() + 60_000) };
    await boards.db().userSession.create({ data: session });
    expect((await ask("HOPPER@navy")).found).toMatchObject({ totalCount: 1, nodes: [{ lastSeenAt: lastUsedAt }] });
    // Nothing in a text stands for other characters.
    expect((await ask("Grace%")).found?.totalCount).toBe(0);
    expect((await ask(null)).found?.totalCount).toBe(2);
    expect((await ask("x".repeat(256))).errors[0]?.extensions).toMatchObject({ field: "query" });
  });
});
