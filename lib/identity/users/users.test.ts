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
