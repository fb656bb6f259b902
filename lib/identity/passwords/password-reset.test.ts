import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { TenantRole, Viewer } from "@/lib/platform/caller/viewer";
import { askGraphql } from "@/lib/testing/ask-graphql";
import { passwordSettings } from "@/lib/testing/bearer";
import { openInstallation } from "@/lib/testing/installation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
const load = async () => ({
  ...(await import("@/lib/identity/accounts/ensure-account")),
  ...(await import("@/lib/platform/caller/viewer")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/identity/passwords/hash-password")),
  ...(await import("@/lib/identity/passwords/password-reset")),
  ...(await import("@/lib/identity/passwords/passwords")),
  ...(await import("@/lib/identity/sessions/sessions")),
  ...(await import("@/lib/identity/tenants/ensure-tenant")),
  ...(await import("@/lib/identity/users/ensure-user")),
});
let boards: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  installation = await openInstallation({
    BOARDS_LOCAL: "0",
    ...passwordSettings,
    BOARDS_RATE_LIMIT_STORE: "memory",
    BOARDS_MULTI_TENANT_MODE: "1",
    BOARDS_FRONTEND_BASE_URL: "http://127.0.0.1:3000",
  });
  boards = await load();
});
afterEach(() => vi.useRealTimers());
afterAll(() => installation.close());

const oldPassword = "correct horse battery";
let oldHash: Promise<string> | undefined;

/** Someone in a tenant, with a password. */
async function person(name: string, tenant: string, role: TenantRole): Promise<Viewer> {
  oldHash ??= boards.hashPassword(oldPassword);
  const email = `${name}@example.com`;
  const { id } = tenant === "default" ? await boards.ensureDefaultTenant() : await boards.ensureTenant(tenant, tenant);
  const account = await boards.ensureAccount({ authProvider: "password", authSubject: email, email });
  await boards.db().passwordCredential.createMany({ data: { accountId: account.id, passwordHash: await oldHash }, skipDuplicates: true });
  const user = await boards.ensureUserOf(account.id, id, {}, role === "owner" ? "owner" : "member");
  return boards.sessionViewer(await boards.db().user.update({ where: { id: user.id }, data: { tenantRole: role } }));
}

let owner: Viewer;
let member: Viewer;
let round = 0;
beforeEach(async () => {
  round += 1;
  owner = await person(`owner${round}`, `acme${round}`, "owner");
  member = await person(`member${round}`, `acme${round}`, "member");
});

const tokenIn = ({ link }: { link: string }) => new URL(link).searchParams.get("token") ?? "";
const linkFor = async (maker: Viewer, somebody: Viewer) => tokenIn(await boards.createPasswordReset(maker, somebody.userId));
const reset = (token: string, newPassword = "a new password") => boards.resetPassword({ token, newPassword });
const signIn = (email: string, password: string) => boards.accountOfPassword({ email, password });

describe("a reset link", () => {
  it("sets the password, once, ends all sessions of the account, and makes its other links useless", async () => {
    const [token, other] = [await linkFor(owner, member), await linkFor(owner, member)];
    const session = await boards.openSession(member.accountId, { id: member.userId });
    await expect(reset(token, "short")).rejects.toMatchObject({ reason: "input.invalid", field: "newPassword" });
    expect(await reset(token)).toBe(`member${round}@example.com`);
    expect(await boards.enterBySession(session, null)).toBeNull();
    expect(await signIn(`member${round}@example.com`, "a new password")).toMatchObject({ id: member.accountId });
    await expect(signIn(`member${round}@example.com`, oldPassword)).rejects.toMatchObject({ reason: "auth.wrong_credentials" });
    for (const used of [token, other]) await expect(reset(used)).rejects.toMatchObject({ reason: "auth.reset_invalid", field: "token" });
  });

  it("is used by one of eight who race for it", async () => {
    const token = await linkFor(owner, member);
    const all = await Promise.allSettled(Array.from({ length: 8 }, (_, each) => reset(token, `password number ${each}`)));
    const winners = all.flatMap((result, each) => (result.status === "fulfilled" ? [each] : []));
    expect(winners).toHaveLength(1);
    expect(await signIn(`member${round}@example.com`, `password number ${winners[0]}`)).toMatchObject({ id: member.accountId });
    for (const result of all) if (result.status === "rejected") expect(result.reason).toMatchObject({ reason: "auth.reset_invalid" });
  });

  it("ends after a day, with a change of the password, and when it is tampered with", async () => {
    const token = await linkFor(owner, member);
    for (const wrong of ["", "x", `${token}x`, token.replace(/^./, "x")])
      await expect(reset(wrong)).rejects.toMatchObject({ reason: "auth.reset_invalid" });
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 24 * 3600 * 1000 + 1000 });
    await expect(reset(token)).rejects.toMatchObject({ reason: "auth.reset_invalid" });
    vi.useRealTimers();
    await boards.changePassword(member.accountId, { currentPassword: oldPassword, newPassword: "one of their own" });
    await expect(reset(token)).rejects.toMatchObject({ reason: "auth.reset_invalid" });
  });

  it("ends with the right of whoever made it, and when the person came to more power", async () => {
    const admin = await person(`admin${round}`, `acme${round}`, "admin");
    const role = (userId: string, tenantRole: string) => boards.db().user.update({ where: { id: userId }, data: { tenantRole } });
    const token = await linkFor(admin, member);
    await role(admin.userId, "member");
    await expect(reset(token)).rejects.toMatchObject({ reason: "auth.reset_invalid" });
    await role(admin.userId, "admin");
    await role(member.userId, "admin");
    await expect(reset(token)).rejects.toMatchObject({ reason: "auth.reset_invalid" });
    await role(member.userId, "member");
    await boards.db().user.update({ where: { id: admin.userId }, data: { disabledAt: new Date() } });
    await expect(reset(token)).rejects.toMatchObject({ reason: "auth.reset_invalid" });
    // Nothing was half done: the old password is still the password.
    expect(await signIn(`member${round}@example.com`, oldPassword)).toMatchObject({ id: member.accountId });
    await boards.db().user.update({ where: { id: admin.userId }, data: { disabledAt: null } });
    await expect(reset(token)).resolves.toBe(`member${round}@example.com`);
  });

  it("lets its person sign in at once, however many strangers have guessed", async () => {
    const email = `member${round}@example.com`;
    await Promise.allSettled(Array.from({ length: 30 }, () => signIn(email, "wrong")));
    await expect(signIn(email, oldPassword)).rejects.toMatchObject({ reason: "request.rate_limited" });
    await reset(await linkFor(owner, member));
    const { duringRequest, nobody } = await import("@/lib/platform/caller/request-context");
    const home = { ...nobody, requestId: "r", ipAddress: "10.1.1.1", userAgent: null };
    expect(await duringRequest(home, () => signIn(email, "a new password"))).toMatchObject({ id: member.accountId });
  });
});

describe("who may make one", () => {
  it("is nobody for who has as much power, or is elsewhere, too; and nobody for themselves", async () => {
    const admin = await person(`admin${round}`, `acme${round}`, "admin");
    const twice = await person(`twice${round}`, `acme${round}`, "member");
    await person(`twice${round}`, `beta${round}`, "member");
    const stranger = await person(`stranger${round}`, `beta${round}`, "member");
    for (const [maker, somebody, reason] of [
      [admin, owner, "auth.reset_forbidden"],
      [owner, twice, "auth.reset_forbidden"],
      [owner, owner, "auth.reset_forbidden"],
      [owner, stranger, "user.not_found"],
      [member, admin, "auth.admin_required"],
      [{ ...owner, scopes: ["read", "write"] } as Viewer, member, "auth.scope_missing"],
    ] as const)
      await expect(boards.createPasswordReset(maker, somebody.userId)).rejects.toMatchObject({ reason });
    await expect(linkFor(owner, admin)).resolves.toBeTruthy();
  });

  it("is the installation's admin for everybody but their like, and nobody but the server for its owner", async () => {
    const first = await person("first", "default", "owner");
    const [one, two] = [await person("one", "default", "admin"), await person("two", "default", "admin")];
    await expect(linkFor(one, owner)).resolves.toBeTruthy();
    await expect(linkFor(first, two)).resolves.toBeTruthy();
    for (const somebody of [two, first]) await expect(linkFor(one, somebody)).rejects.toMatchObject({ reason: "auth.reset_forbidden" });
    const onServer = await boards.createPasswordResetOnServer(" First@Example.com");
    expect(onServer?.link).toMatch(/^http:\/\/127\.0\.0\.1:3000\/reset-password\?token=/);
    expect(await reset(tokenIn(onServer ?? { link: "" }))).toBe("first@example.com");
    expect(await boards.createPasswordResetOnServer("nobody@example.com")).toBeNull();
  });
});

it("is made and used over GraphQL, and the audit log tells both where the person is, without the link", async () => {
  const made = await askGraphql(owner, "mutation ($userId: UUID!) { createPasswordReset(userId: $userId) { link expiresAt } }", {
    userId: member.userId,
  });
  expect(made.errors).toEqual([]);
  const token = tokenIn((made.data as unknown as { createPasswordReset: { link: string } }).createPasswordReset);
  const { createGraphqlServer } = await import("@/lib/api/graphql/server");
  const { createContext } = await import("@/lib/platform/graphql/context");
  const query = 'mutation ($token: String!) { resetPassword(token: $token, newPassword: "over the interface") }';
  const { body } = await createGraphqlServer().executeOperation({ query, variables: { token } }, { contextValue: createContext({ viewer: null }) });
  expect(body).toMatchObject({ singleResult: { data: { resetPassword: `member${round}@example.com` } } });
  const entries = await boards.db().auditEntry.findMany({ where: { tenantId: owner.tenantId }, orderBy: { id: "asc" } });
  expect(entries.map(({ action, outcome, targetId }) => [action, outcome, targetId])).toEqual([
    ["createPasswordReset", "ok", member.userId],
    ["resetPassword", "ok", member.userId],
  ]);
  expect(JSON.stringify(entries)).not.toContain(token);
  expect(JSON.stringify(entries)).not.toContain("over the interface");
});
