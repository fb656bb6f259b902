import { verify } from "@node-rs/argon2";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { openInstallation } from "@/lib/testing/installation";

// The real one, whose calls are counted.
vi.mock("@node-rs/argon2", { spy: true });

let installation: Awaited<ReturnType<typeof openInstallation>>;
const load = async () => ({
  ...(await import("@/lib/identity/sign-in/next-auth-options")),
  ...(await import("@/lib/identity/sign-in/viewer-of")),
  ...(await import("@/lib/platform/caller/viewer")),
  ...(await import("@/lib/platform/caller/request-context")),
  ...(await import("@/lib/identity/api-keys/api-keys")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/boards/invitations/invite")),
  ...(await import("@/lib/platform/caller/signed-token")),
  ...(await import("@/lib/identity/passwords/passwords")),
  ...(await import("@/lib/identity/sessions/sessions")),
  ...(await import("@/lib/identity/users/change-users")),
  jwt: await import("next-auth/jwt"),
});
let boards: Awaited<ReturnType<typeof load>>;
const secret = "a-session-secret-of-the-tests-aaaaaaaa";

beforeAll(async () => {
  installation = await openInstallation({
    BOARDS_LOCAL: "0",
    BOARDS_AUTH_PROVIDER: "password",
    BOARDS_SESSION_SECRET: secret,
    BOARDS_RATE_LIMIT_STORE: "memory",
    BOARDS_RATE_LIMITS: JSON.stringify({ signIn: 12 }),
    BOARDS_SETUP_TOKEN: "a-setup-token-of-the-tests",
  });
  boards = await load();
});
afterAll(() => installation.close());

let requests = 0;
/** Each request comes from an address of its own, so that limits by address do not meddle. */
const fromSomewhere = <T>(work: () => Promise<T>) =>
  boards.duringRequest({ ...boards.nobody, requestId: "r", ipAddress: `10.0.0.${++requests}`, userAgent: "Test browser" }, work);

const setupToken = "a-setup-token-of-the-tests";
const account = { email: "Ada@Example.com", password: "correct horse battery", displayName: "Ada", setupToken };

/** A browser's request with the cookie of this session. */
async function browserRequest(sessionId: string, init: RequestInit = {}) {
  const token = await boards.jwt.encode({ token: { sessionId }, secret });
  return new Request("http://localhost/api/graphql", {
    ...init,
    headers: { host: "localhost", cookie: `next-auth.session-token=${token}`, ...init.headers },
  });
}

describe("the first account", () => {
  it("becomes the owner, once, whoever races for it", async () => {
    const all = await Promise.allSettled(
      Array.from({ length: 8 }, (_, each) =>
        fromSomewhere(() => boards.createAccount({ ...account, email: each ? `racer${each}@example.com` : account.email })),
      ),
    );
    const made = all.flatMap((result) => (result.status === "fulfilled" ? result.value : []));
    expect(made).toHaveLength(1);
    expect(made[0]?.tenantRole).toBe("owner");
    for (const result of all) if (result.status === "rejected") expect(result.reason.reason).toMatch(/^(auth.sign_up_closed|setup.done)$/);
    expect(await boards.db().user.count()).toBe(1);
    // Whoever won, the tests go on as Ada.
    await boards.db().user.deleteMany();
    await boards.db().account.deleteMany();
    const { accountId } = await fromSomewhere(() => boards.createAccount(account));
    expect(await boards.db().account.findMany()).toMatchObject([{ id: accountId, email: "ada@example.com", authSubject: "ada@example.com" }]);
    await expect(fromSomewhere(() => boards.createAccount({ ...account, email: "late@example.com" }))).rejects.toMatchObject({
      reason: "auth.sign_up_closed",
    });
  });

  it.each([
    [{ email: "nonsense" }, "email"],
    [{ password: "short" }, "password"],
    [{ password: "x".repeat(201) }, "password"],
  ])("is refused with %o", async (wrong, field) => {
    await expect(fromSomewhere(() => boards.createAccount({ ...account, ...wrong }))).rejects.toMatchObject({ reason: "input.invalid", field });
  });

  it("keeps its password as argon2id, and nothing readable", async () => {
    const { passwordHash } = await boards.db().passwordCredential.findFirstOrThrow();
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});

describe("signing in by password", () => {
  it("takes the right one in any case of the address, and says the same of a wrong one and of nobody", async () => {
    const signIn = (email: string, password: string) => fromSomewhere(() => boards.accountOfPassword({ email, password }));
    await expect(signIn("ADA@example.COM ", account.password)).resolves.toMatchObject({ email: "ada@example.com" });
    for (const [email, password] of [
      ["ada@example.com", "wrong"],
      ["nobody@example.com", account.password],
      ["", ""],
    ] as const)
      await expect(signIn(email, password)).rejects.toMatchObject({ reason: "auth.wrong_credentials", message: "Incorrect email or password." });
  });

  it("does the same work whether the address is known or not", async () => {
    const workOf = async (email: string) => {
      vi.mocked(verify).mockClear();
      await expect(fromSomewhere(() => boards.accountOfPassword({ email, password: "wrong" }))).rejects.toMatchObject({
        reason: "auth.wrong_credentials",
      });
      // What verifying costs stands in the hash.
      return vi.mocked(verify).mock.calls.map(([hash]) => /^\$argon2id\$v=\d+\$[^$]+/.exec(String(hash))?.[0]);
    };
    const known = await workOf("ada@example.com");
    expect(known).toEqual(["$argon2id$v=19$m=19456,t=2,p=1"]);
    expect(await workOf("nobody@example.com")).toEqual(known);
  });

  it("is refused after too many attempts, and says when to come back", async () => {
    const attempt = () => fromSomewhere(() => boards.accountOfPassword({ email: "guessed@example.com", password: "x" }));
    const all = await Promise.allSettled(Array.from({ length: 20 }, attempt));
    const limited = all.filter((result) => result.status === "rejected" && result.reason.reason === "request.rate_limited");
    expect(limited.length).toBeGreaterThanOrEqual(8);
    await expect(attempt()).rejects.toMatchObject({ row: { httpStatus: 429 }, retryAfterSeconds: expect.any(Number) });
  });

  it("opens a session through next-auth and tells the audit log, failures too", async () => {
    const extras = { headers: new Headers(), told: [] as Promise<void>[], afterwards: (work: () => Promise<void>) => void extras.told.push(work()) };
    const options = boards.nextAuthOptions(extras);
    const [password] = options.providers as unknown as {
      options: { authorize(given: object, request: object): Promise<{ id: string } | null> };
    }[];
    const signIn = async (given: object) => password?.options.authorize(given, { headers: {} });
    await fromSomewhere(async () => {
      // Being right forgets what the tests before did wrong.
      await signIn({ email: account.email, password: account.password });
      extras.headers.delete("set-cookie");
      for (let each = 0; each < 11; each++)
        await expect(signIn({ email: account.email, password: "wrong" })).rejects.toThrow(/^auth\.wrong_credentials$/);
      await expect(signIn({ email: "nobody@example.com", password: "wrong" })).rejects.toThrow(/^auth\.wrong_credentials$/);
      await Promise.all(extras.told);
      const user = await signIn({ email: account.email, password: account.password });
      const token = (await options.callbacks?.jwt?.({ token: {}, user, account: { provider: "password" } } as never)) as { sessionId: string };
      const { viewer } = await boards.authenticate(await browserRequest(token.sessionId));
      expect(viewer).toMatchObject({ accountId: user?.id, tenantRole: "owner", via: "session" });
      expect(extras.headers.getSetCookie()).toEqual([expect.stringContaining(`boards-device-${user?.id}=`)]);
    });
    const entries = await boards.db().auditEntry.findMany({ where: { action: "signIn" }, orderBy: { createdAt: "asc" } });
    // Of eleven failures the first three and the tenth; of an address without an account none.
    expect(entries.map((entry) => entry.outcome)).toEqual([...Array(4).fill("auth.wrong_credentials"), "ok"]);
    expect(entries[3]).toMatchObject({ userAgent: "Test browser", details: { email: account.email, timesThisHour: 10 }, userId: null });
    expect(JSON.stringify(entries)).not.toContain(account.password);
  });
});

describe("a session", () => {
  let viewer: Viewer;
  let sessionId: string;
  beforeAll(async () => {
    viewer = boards.sessionViewer(await boards.db().user.findFirstOrThrow({ where: { tenantRole: "owner" } }));
    sessionId = await fromSomewhere(() => boards.openSession(viewer.accountId, { id: viewer.userId }));
  });

  it("is not taken from a cookie that somebody else made", async () => {
    const forged = await boards.jwt.encode({ token: { sessionId }, secret: "another-secret-another-secret-another" });
    const request = new Request("http://localhost/", { headers: { cookie: `next-auth.session-token=${forged}` } });
    await expect(boards.authenticate(request).then((who) => who.viewer)).resolves.toBeNull();
  });

  it("changes nothing for a page of another origin", async () => {
    const post = (origin: string) => browserRequest(sessionId, { method: "POST", headers: { origin } });
    await expect(boards.authenticate(await post("https://evil.example"))).rejects.toMatchObject({ reason: "auth.foreign_origin" });
    await expect(boards.authenticate(await post("http://localhost"))).resolves.toMatchObject({ sessionId });
  });

  it("ends when it is revoked, for the next request already", async () => {
    const request = () => browserRequest(sessionId);
    expect((await boards.authenticate(await request())).viewer).not.toBeNull();
    await boards.revokeSession(viewer.accountId, sessionId);
    expect((await boards.authenticate(await request())).viewer).toBeNull();
    await expect(boards.revokeSession(viewer.accountId, sessionId)).rejects.toMatchObject({ reason: "session.not_found" });
  });

  it("ends with its time, and with a change of the password everywhere else", async () => {
    const [here, there] = [
      await fromSomewhere(() => boards.openSession(viewer.accountId, { id: viewer.userId })),
      await fromSomewhere(() => boards.openSession(viewer.accountId, { id: viewer.userId })),
    ];
    const context = { ...boards.nobody, requestId: "r", viewer, sessionId: here, ipAddress: null, userAgent: null };
    await expect(
      boards.duringRequest(context, () => boards.changePassword(viewer.accountId, { currentPassword: "wrong", newPassword: "a new password" })),
    ).rejects.toMatchObject({
      reason: "auth.wrong_credentials",
      field: "currentPassword",
    });
    await boards.duringRequest(context, () =>
      boards.changePassword(viewer.accountId, { currentPassword: account.password, newPassword: "a new password" }),
    );
    expect(await boards.enterBySession(there, null)).toBeNull();
    expect(await boards.enterBySession(here, null)).not.toBeNull();
    await boards.db().userSession.update({ where: { id: here }, data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await boards.enterBySession(here, null)).toBeNull();
  });
});

describe("an invitation", () => {
  it("makes an account for its address alone, once, and puts it on its board", async () => {
    const owner = boards.sessionViewer(await boards.db().user.findFirstOrThrow({ where: { tenantRole: "owner" } }));
    const board = await boards.createBoard(owner, { title: "Shared" });
    const { invitation } = await boards.inviteToBoard(owner, { boardId: board.id, email: "Bob@example.com", role: "editor" });
    const invitationToken = boards.tokenFor("invitation", invitation?.id ?? "");
    const bob = { email: "bob@example.com", password: "bobs own password", invitationToken };
    await expect(fromSomewhere(() => boards.createAccount({ ...bob, email: "eve@example.com" }))).rejects.toMatchObject({ field: "email" });
    await expect(fromSomewhere(() => boards.createAccount({ ...bob, invitationToken: `${invitationToken.slice(0, -2)}xx` }))).rejects.toMatchObject({
      reason: "invitation.not_found",
    });
    const user = await fromSomewhere(() => boards.createAccount(bob));
    expect(user).toMatchObject({ tenantRole: "member" });
    // The link says who was asked, not whose the address is: nothing was sent there.
    expect(await boards.db().account.findUniqueOrThrow({ where: { id: user.accountId } })).toMatchObject({ isEmailVerified: false });
    expect(await boards.db().boardMember.findMany({ where: { boardId: board.id } })).toMatchObject([{ userId: user.id, role: "editor" }]);
    await expect(fromSomewhere(() => boards.createAccount({ ...bob, email: "bob2@example.com" }))).rejects.toMatchObject({
      reason: "invitation.not_found",
    });
    // Whoever has an account already is on the board at once.
    const another = await boards.createBoard(owner, { title: "Another" });
    expect((await boards.inviteToBoard(owner, { boardId: another.id, email: "bob@example.com", role: "viewer" })).member).toMatchObject({
      userId: user.id,
    });
  });
});

describe("an API key", () => {
  it("speaks for its owner within its scopes until it is revoked, has expired, or they are disabled", async () => {
    const owner = boards.sessionViewer(await boards.db().user.findFirstOrThrow({ where: { tenantRole: "owner" } }));
    const bob = await boards.db().user.findFirstOrThrow({ where: { account: { email: "bob@example.com" } } });
    const { key, apiKey } = await boards.createApiKey(boards.sessionViewer(bob), { name: "CI", scopes: ["generate"] });
    expect(key).toMatch(/^boards_[\w-]{40}$/);
    expect(JSON.stringify(apiKey)).not.toContain(key);
    expect(await boards.viewerOfApiKey(key)).toMatchObject({
      viewer: { userId: bob.id, via: "api-key", scopes: ["read", "generate"] },
      apiKeyId: apiKey.id,
    });
    expect((await boards.db().apiKey.findUniqueOrThrow({ where: { id: apiKey.id } })).lastUsedAt).not.toBeNull();
    expect(() => boards.requireViewer({ ...boards.sessionViewer(bob), scopes: ["read"] })).toThrow('missing the "write" scope');
    await boards.setDisabled(owner, bob.id, true);
    await expect(boards.viewerOfApiKey(key)).rejects.toMatchObject({ reason: "auth.disabled" });
    await boards.setDisabled(owner, bob.id, false);
    await boards.db().apiKey.update({ where: { id: apiKey.id }, data: { expiresAt: new Date(Date.now() - 1) } });
    await expect(boards.viewerOfApiKey(key)).rejects.toMatchObject({ reason: "auth.invalid_token" });
    await boards.db().apiKey.update({ where: { id: apiKey.id }, data: { expiresAt: null } });
    await boards.revokeApiKey(boards.sessionViewer(bob), apiKey.id);
    await expect(boards.viewerOfApiKey(key)).rejects.toMatchObject({ reason: "auth.invalid_token" });
    await expect(boards.createApiKey(owner, { name: "", scopes: ["read"] })).rejects.toMatchObject({ field: "name" });
  });
});
