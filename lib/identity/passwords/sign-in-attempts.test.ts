import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { passwordSettings } from "@/lib/testing/bearer";
import { openInstallation } from "@/lib/testing/installation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
const load = async () => ({
  ...(await import("@/lib/identity/passwords/device-cookie")),
  ...(await import("@/lib/platform/caller/request-context")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/platform/errors")),
  ...(await import("@/lib/identity/passwords/hash-password")),
  ...(await import("@/lib/identity/passwords/passwords")),
});
let boards: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  installation = await openInstallation({
    BOARDS_LOCAL: "0",
    ...passwordSettings,
    BOARDS_RATE_LIMIT_STORE: "postgres",
  });
  boards = await load();
});
afterEach(() => vi.useRealTimers());
afterAll(async () => {
  await (globalThis as { boardsLimits?: { pool?: { end(): Promise<void> } } }).boardsLimits?.pool?.end();
  await installation.close();
});

let passwordHash: Promise<string> | undefined;
const password = "correct horse battery";
/** An account of its own for each test, with the cookie of a browser that has signed in to it. */
async function accountOf(name: string) {
  passwordHash ??= boards.hashPassword(password);
  const email = `${name}@example.com`;
  const known = { authProvider: "password", authSubject: email, email, password: { create: { passwordHash: await passwordHash } } };
  const { id } = await boards.db().account.create({ data: known });
  return { id, email, cookies: boards.deviceCookieFor(id).split(";")[0] ?? "" };
}

/** Signs in from an address; answers ok, or the reason, and how long to wait. */
async function signIn(email: string, given: string, ipAddress: string, cookies: string | null = null) {
  const context = { ...boards.nobody, requestId: "r", ipAddress, userAgent: null };
  try {
    await boards.duringRequest(context, () => boards.accountOfPassword({ email, password: given }, cookies));
    return { outcome: "ok", wait: 0 };
  } catch (error) {
    if (!(error instanceof boards.BoardsError)) throw error;
    return { outcome: error.reason as string, wait: error.retryAfterSeconds ?? 0 };
  }
}
const outcomes = (all: { outcome: string }[]) =>
  Object.fromEntries([...new Set(all.map(({ outcome }) => outcome))].map((name) => [name, all.filter(({ outcome }) => outcome === name).length]));
const pass = (seconds: number) => vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + seconds * 1000 });
const many = <T>(count: number, make: (each: number) => Promise<T>) => Promise.all(Array.from({ length: count }, (_, each) => make(each)));

describe("sixty failures of strangers at an account", () => {
  it("keep its owner waiting nowhere they have been, and elsewhere as long as they are told", async () => {
    const { email, cookies } = await accountOf("ada");
    const failures = await many(60, (each) => signIn(email, "wrong", `10.0.1.${each % 5}`));
    expect(outcomes(failures)).toEqual({ "auth.wrong_credentials": 10, "request.rate_limited": 50 });
    expect(await signIn(email, password, "10.0.1.0", cookies)).toMatchObject({ outcome: "ok" });
    const elsewhere = await signIn(email, password, "10.9.9.9");
    expect(elsewhere).toMatchObject({ outcome: "request.rate_limited", wait: expect.any(Number) });
    expect(elsewhere.wait).toBeLessThanOrEqual(5);
    pass(elsewhere.wait + 0.1);
    expect(await signIn(email, password, "10.9.9.9")).toMatchObject({ outcome: "ok" });
    // Being right has forgotten what was wrong.
    expect(await signIn(email, "wrong", "10.9.9.9")).toMatchObject({ outcome: "auth.wrong_credentials" });
  });

  it("look the same where there is no account", async () => {
    const { email } = await accountOf("real");
    const asked = async (address: string, network: number) => {
      const all = [];
      for (let each = 0; each < 14; each++) all.push(await signIn(address, "wrong", `10.${network}.0.${each}`));
      return all.map(({ outcome, wait }) => `${outcome} ${wait > 0}`);
    };
    expect(await asked("nobody@example.com", 20)).toEqual(await asked(email, 21));
  });
});

it("many addresses against one account slow down together, more with each wait", async () => {
  const { email } = await accountOf("bob");
  await many(30, (each) => signIn(email, "wrong", `10.2.0.${each}`));
  const waits = [];
  for (let each = 0; each < 3; each++) {
    const { wait } = await signIn(email, "wrong", `10.3.0.${each}`);
    waits.push(wait);
    pass(wait + 0.1);
    expect(await signIn(email, "wrong", `10.4.0.${each}`)).toMatchObject({ outcome: "auth.wrong_credentials" });
  }
  expect(waits[0]).toBeLessThanOrEqual(5);
  expect(waits.slice(1)).toEqual([10, 20]);
});

it("one address against many accounts slows down, also from other addresses of its /64, and being right about one account does not help it", async () => {
  const { email } = await accountOf("own");
  const all = [];
  for (let each = 0; each < 40; each++) {
    all.push(await signIn(`victim${each}@example.com`, "wrong", `2001:db8:5::${each}`));
    if (each < 20) all.push(await signIn(email, password, `2001:db8:5::${each}`));
  }
  expect(outcomes(all)).toEqual({ ok: 20, "auth.wrong_credentials": 30, "request.rate_limited": 10 });
  expect(await signIn("victim99@example.com", "wrong", "2001:db8:6::1")).toMatchObject({ outcome: "auth.wrong_credentials" });
});

it("a device cookie counts for itself alone, opens nothing, and is one account's", async () => {
  const [cleo, dora] = [await accountOf("cleo"), await accountOf("dora")];
  for (let each = 0; each < 10; each++) expect((await signIn(cleo.email, "wrong", "10.7.0.1", cleo.cookies)).outcome).toBe("auth.wrong_credentials");
  expect((await signIn(cleo.email, password, "10.7.0.1", cleo.cookies)).outcome).toBe("request.rate_limited");
  expect((await signIn(cleo.email, password, "10.7.0.2")).outcome).toBe("ok");
  expect(boards.knownDevice(cleo.cookies, cleo.id)).not.toBeNull();
  expect(boards.knownDevice(cleo.cookies, dora.id)).toBeNull();
  expect(boards.knownDevice(cleo.cookies.replace(cleo.id, dora.id), dora.id)).toBeNull();
  expect(boards.knownDevice(`${cleo.cookies}x`, cleo.id)).toBeNull();
  expect(boards.deviceCookieFor(cleo.id)).toMatch(/; Path=\/api\/auth; Max-Age=31536000; HttpOnly; SameSite=Lax$/);
});

it("whoever has somebody's session guesses at the password no faster, and keeps nobody from signing in", async () => {
  const { id, email } = await accountOf("eve");
  const change = () =>
    boards.changePassword(id, { currentPassword: "wrong", newPassword: "another password" }).catch((error) => error.reason as string);
  const tried = [];
  for (let each = 0; each < 12; each++) tried.push(await change());
  expect(tried.slice(-2)).toEqual(["request.rate_limited", "request.rate_limited"]);
  expect(await signIn(email, password, "10.8.0.1")).toMatchObject({ outcome: "ok" });
});
