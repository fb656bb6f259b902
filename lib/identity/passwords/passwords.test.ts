import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { passwordSettings } from "@/lib/testing/bearer";
import { openInstallation } from "@/lib/testing/installation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
const load = async () => ({
  ...(await import("@/lib/identity/memberships/enter-as")),
  ...(await import("@/lib/platform/caller/signed-token")),
  ...(await import("@/lib/platform/caller/viewer")),
  ...(await import("@/lib/platform/caller/request-context")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/boards/invitations/invite")),
  ...(await import("@/lib/identity/passwords/passwords")),
  ...(await import("@/lib/identity/sessions/sessions")),
  ...(await import("@/lib/identity/tenants/administer-tenants")),
  ...(await import("@/lib/identity/tenants/register-tenant")),
});
let boards: Awaited<ReturnType<typeof load>>;
let owner: Viewer;
beforeAll(async () => {
  installation = await openInstallation({
    ...passwordSettings,
    BOARDS_MULTI_TENANT_MODE: "1",
    BOARDS_RATE_LIMITS: JSON.stringify({ signIn: 1000 }),
    BOARDS_SETUP_TOKEN: "a-setup-token-of-the-tests",
  });
  boards = await load();
  owner = boards.sessionViewer(await boards.createAccount({ ...ada, setupToken: "a-setup-token-of-the-tests" }));
});
afterAll(() => installation.close());

const ada = { email: "ada@example.com", password: "correct horse battery" };
const identityOf = (email: string) => ({ authProvider: "password", authSubject: email, email });
const found = async (email: string, name: string) => (await boards.registerTenant(identityOf(email), { name, metadata: {} })).tenant;
const invite = async (admin: Viewer, email: string) =>
  boards.tokenFor("invitation", (await boards.inviteToTenant(admin, { email, role: "member" })).id);
const signIn = (given: { email: string; password: string }) => boards.accountOfPassword(given);

describe("one account behind an address", () => {
  it("signs in by its password after it has founded further tenants, and when one of them is deleted", async () => {
    const tenants = [await found(ada.email, "One"), await found(ada.email, "Two")];
    expect(await signIn(ada)).toMatchObject({ id: owner.accountId });
    expect(await boards.db().account.count()).toBe(1);
    for (const { id } of tenants) await boards.deleteTenant(id);
    expect(await signIn(ada)).toMatchObject({ id: owner.accountId });
    expect(await boards.enterUsual(owner.accountId, "last")).toMatchObject({ tenantId: owner.tenantId });
  });

  it("joins a second tenant by an invitation with the password that it has, and with no other", async () => {
    const bob = { email: "bob@example.com", password: "bobs own password" };
    const user = await boards.createAccount({ ...bob, invitationToken: await invite(owner, bob.email) });
    const cleo = { email: "cleo@example.com", password: "cleos own password" };
    await boards.createAccount({ ...cleo, invitationToken: await invite(owner, cleo.email) });
    const { owner: cleoThere } = await boards.registerTenant(identityOf(cleo.email), { name: "Cleo's", metadata: {} });
    const invitationToken = await invite(boards.sessionViewer(cleoThere), bob.email);
    const other = { ...bob, password: "whatever cleo likes", invitationToken };
    await expect(boards.createAccount(other)).rejects.toMatchObject({ reason: "auth.wrong_credentials" });
    expect(await boards.db().user.count({ where: { tenantId: cleoThere.tenantId } })).toBe(1);
    const joined = await boards.createAccount({ ...bob, invitationToken });
    expect(joined).toMatchObject({ accountId: user.accountId, tenantId: cleoThere.tenantId });
    expect(joined.id).not.toBe(user.id);
    await expect(signIn({ ...bob, password: other.password })).rejects.toMatchObject({ reason: "auth.wrong_credentials" });
    expect(await signIn(bob)).toMatchObject({ id: user.accountId, isEmailVerified: false });
  });

  it("is made once by eight who race for one invitation, with the password of the one who came in", async () => {
    const email = "eve@example.com";
    const invitationToken = await invite(owner, email);
    const passwords = Array.from({ length: 8 }, (_, each) => `password of racer ${each}`);
    const all = await Promise.allSettled(passwords.map((password) => boards.createAccount({ email, password, invitationToken })));
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of all) if (result.status === "rejected") expect(result.reason.reason).toMatch(/auth.wrong_credentials|invitation.not_found/);
    const place = all.findIndex(({ status }) => status === "fulfilled");
    expect(await signIn({ email, password: passwords[place] ?? "" })).toMatchObject({ email });
    expect(await boards.db().account.count({ where: { email } })).toBe(1);
  });

  it("is not made by an invitation that turns out to be void", async () => {
    const fay = { email: "fay@example.com", password: "fays own password" };
    const { id } = await boards.inviteToTenant(owner, { email: fay.email, role: "member" });
    await boards.db().invitation.update({ where: { id }, data: { invitedBy: null } });
    const all = await Promise.allSettled(
      Array.from({ length: 8 }, () => boards.createAccount({ ...fay, invitationToken: boards.tokenFor("invitation", id) })),
    );
    for (const result of all) expect(result).toMatchObject({ status: "rejected", reason: { reason: "invitation.not_found" } });
    expect(await boards.db().account.count({ where: { email: fay.email } })).toBe(0);
  });

  it("is not told of to whoever signs up without an invitation", async () => {
    const refusals = await Promise.all(
      [ada.email, "nobody@example.com"].map((email) =>
        boards.createAccount({ ...ada, email }).catch(({ reason, message, field }) => ({ reason, message, field })),
      ),
    );
    expect(refusals[0]).toMatchObject({ reason: "auth.sign_up_closed" });
    expect(refusals[0]).toEqual(refusals[1]);
  });

  it("changes its password with the old one, which ends its browsers in all tenants but the one that asks", async () => {
    const tenant = await found(ada.email, "Three");
    const there = await boards.enterAs(owner.accountId, tenant.id);
    const [here, elsewhere, nowhere] = [
      await boards.openSession(owner.accountId, { id: owner.userId }),
      await boards.openSession(owner.accountId, there),
      await boards.openSession(owner.accountId, null),
    ];
    const context = { ...boards.nobody, requestId: "r", viewer: owner, sessionId: here, ipAddress: null, userAgent: null };
    await boards.duringRequest(context, () =>
      boards.changePassword(owner.accountId, { currentPassword: ada.password, newPassword: "a new password" }),
    );
    expect(await boards.enterBySession(here, null)).toMatchObject({ viewer: { userId: owner.userId } });
    for (const ended of [elsewhere, nowhere]) expect(await boards.enterBySession(ended, null)).toBeNull();
    await expect(signIn(ada)).rejects.toMatchObject({ reason: "auth.wrong_credentials" });
    expect(await signIn({ ...ada, password: "a new password" })).toMatchObject({ id: owner.accountId });
  });
});
