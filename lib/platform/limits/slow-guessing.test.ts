import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { jwtSettings } from "@/lib/testing/bearer";
import { openInstallation } from "@/lib/testing/installation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
let boards: typeof import("@/lib/platform/limits/slow-guessing") & typeof import("@/lib/platform/errors");

beforeAll(async () => {
  installation = await openInstallation({ ...jwtSettings, BOARDS_RATE_LIMIT_STORE: "postgres" });
  boards = { ...(await import("@/lib/platform/limits/slow-guessing")), ...(await import("@/lib/platform/errors")) };
});
afterEach(() => vi.useRealTimers());
afterAll(async () => {
  await (globalThis as { boardsLimits?: { pool?: { end(): Promise<void> } } }).boardsLimits?.pool?.end();
  await installation.close();
});

const guesser = (name: string, isForgiven = true) => ({ kind: "account", name, freeTries: 5, memorySeconds: 3600, isForgiven });
const attempt = (name: string, isRight: boolean, isForgiven = true) =>
  boards.slowGuessing([guesser(name, isForgiven)], ["auth.wrong_credentials"], async () => {
    if (!isRight) throw new boards.BoardsError("auth.wrong_credentials");
    return "in";
  });
type Refusal = InstanceType<typeof boards.BoardsError>;
const wrong = (name: string, isForgiven = true) =>
  attempt(name, false, isForgiven).then(
    () => expect.fail("nothing was wrong"),
    (error) => error as Refusal,
  );
const pass = (seconds: number) => vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + seconds * 1000 });

it("waits grow from five seconds to a quarter of an hour", () => {
  expect([0, 1, 2, 3, 7, 8, 1000].map(boards.waitAfter)).toEqual([5, 10, 20, 40, 640, 900, 900]);
});

describe("guessing, counted in Postgres", () => {
  it("a crowd at the same moment gets no more tries than a queue", async () => {
    let tried = 0;
    const all = await Promise.allSettled(
      Array.from({ length: 60 }, () =>
        boards.slowGuessing([guesser("crowd")], ["auth.wrong_credentials"], async () => {
          tried += 1;
          throw new boards.BoardsError("auth.wrong_credentials");
        }),
      ),
    );
    expect(tried).toBe(5);
    const refused = all.filter((result) => result.status === "rejected" && result.reason.reason === "request.rate_limited");
    expect(refused).toHaveLength(55);
    expect((await wrong("crowd")).message).toMatch(/^Too many failed attempts\. Try again in [1-5] seconds?\.$/);
  });

  it("asking during a wait does not lengthen it, and what was told is kept", async () => {
    for (let each = 0; each < 5; each++) await wrong("patient");
    const told = await wrong("patient");
    expect(told).toMatchObject({ reason: "request.rate_limited", retryAfterSeconds: expect.any(Number) });
    for (let each = 0; each < 20; each++) expect((await wrong("patient")).retryAfterSeconds).toBeLessThanOrEqual(5);
    pass((told.retryAfterSeconds ?? 0) + 0.1);
    expect(await attempt("patient", true)).toBe("in");
    // Being right forgets what was wrong.
    for (let each = 0; each < 4; each++) expect((await wrong("patient")).reason).toBe("auth.wrong_credentials");
  });

  it("each wrong try after a wait makes the next one longer", async () => {
    for (let each = 0; each < 5; each++) await wrong("stubborn");
    const waits = [];
    for (let each = 0; each < 9; each++) {
      const { retryAfterSeconds = 0, message } = await wrong("stubborn");
      waits.push(retryAfterSeconds);
      if (each === 7) expect(message).toContain("minutes");
      pass(retryAfterSeconds + 0.1);
      expect((await wrong("stubborn")).reason).toBe("auth.wrong_credentials");
    }
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 900]);
  });

  it("who is right about one thing is not forgiven for others, where that is said", async () => {
    for (let each = 0; each < 4; each++) await wrong("one address", false);
    for (let each = 0; each < 10; each++) expect(await attempt("one address", true, false)).toBe("in");
    expect((await wrong("one address", false)).reason).toBe("auth.wrong_credentials");
    expect((await wrong("one address", false)).reason).toBe("request.rate_limited");
  });

  it("an error that says nothing about the secret counts for nothing", async () => {
    const broken = () =>
      boards.slowGuessing([guesser("unlucky")], ["auth.wrong_credentials"], () => Promise.reject(new Error("the database is away")));
    for (let each = 0; each < 20; each++) await expect(broken()).rejects.toThrow("away");
    expect((await wrong("unlucky")).reason).toBe("auth.wrong_credentials");
  });

  it("a wait of one guesser holds for all tries it takes part in, and takes nothing from the others", async () => {
    for (let each = 0; each < 5; each++) await wrong("closed");
    const both = () =>
      boards.slowGuessing([guesser("open"), guesser("closed")], ["auth.wrong_credentials"], () =>
        Promise.reject(new boards.BoardsError("auth.wrong_credentials")),
      );
    for (let each = 0; each < 20; each++) await expect(both()).rejects.toMatchObject({ reason: "request.rate_limited" });
    expect((await wrong("open")).reason).toBe("auth.wrong_credentials");
    await boards.forgive(guesser("closed"));
    expect((await wrong("closed")).reason).toBe("auth.wrong_credentials");
  });

  it("names of any number and length share a bounded number of counters", async () => {
    const { db } = await import("@/lib/platform/db/client");
    await Promise.all(Array.from({ length: 200 }, (_, each) => wrong(`${each}`.repeat(each + 1))));
    const keys = (await db().$queryRaw<{ key: string }[]>`SELECT key FROM boards.rate_limits`).map(({ key }) => key);
    expect(keys.length).toBeGreaterThan(200);
    for (const key of keys) {
      expect(key).toMatch(/^(tries:account|wait|waits):account:\d+$/);
      expect(Number(key.split(":").at(-1))).toBeLessThan(2 ** 17);
    }
  });
});
