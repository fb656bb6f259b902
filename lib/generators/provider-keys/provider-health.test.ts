import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { BoardsError, type ErrorReason } from "@/lib/platform/errors";
import { openInstallation } from "@/lib/testing/installation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
const load = async () => ({ ...(await import("@/lib/platform/db/client")), ...(await import("@/lib/generators/provider-keys/provider-health")) });
let boards: Awaited<ReturnType<typeof load>>;
const key = "installation:fal";

beforeAll(async () => {
  installation = await openInstallation();
  boards = await load();
});
afterAll(() => installation.close());
afterEach(() => vi.useRealTimers());
beforeEach(() => boards.db().providerHealth.deleteMany());

const fail = async (times: number, reason: ErrorReason = "provider.unavailable", isSilence = reason === "provider.unavailable") => {
  for (let time = 0; time < times; time++) await boards.noteOutcome(key, new BoardsError(reason, { isSilence }));
};
const health = () => boards.db().providerHealth.findUnique({ where: { keyId: key } });
/** As if the pause were over. */
const wait = () => boards.db().providerHealth.update({ where: { keyId: key }, data: { openUntil: new Date(Date.now() - 1) } });

describe("the circuit breaker of a key", () => {
  it("opens after five calls without an answer, and not before", async () => {
    await fail(4);
    expect(await boards.breakerDelay(key)).toBe(0);
    await fail(1);
    expect(await boards.breakerDelay(key)).toBeGreaterThan(10);
    expect(await boards.breakerDelay("installation:replicate")).toBe(0);
  });

  it("counts calls one after the other: an answer in between begins anew", async () => {
    await fail(4);
    await boards.noteOutcome(key);
    await fail(4);
    expect(await boards.breakerDelay(key)).toBe(0);
  });

  it("lets one through after the pause, while the others wait", async () => {
    await fail(5);
    await wait();
    const delays = await Promise.all(Array.from({ length: 10 }, () => boards.breakerDelay(key)));
    expect(delays.filter((seconds) => seconds === 0)).toHaveLength(1);
    expect(delays.filter((seconds) => seconds >= 15)).toHaveLength(9);
  });

  it("closes when that one has an answer", async () => {
    await fail(5);
    await wait();
    expect(await boards.breakerDelay(key)).toBe(0);
    await boards.noteOutcome(key);
    expect(await Promise.all([1, 2, 3].map(() => boards.breakerDelay(key)))).toEqual([0, 0, 0]);
    await fail(4);
    expect(await boards.breakerDelay(key)).toBe(0);
  });

  it.each(["provider.unavailable", "provider.outcome_unknown"] as const)("takes %s for no news when the provider said something", async (reason) => {
    await fail(9, reason, false);
    expect(await boards.breakerDelay(key)).toBe(0);
    await fail(4);
    await fail(9, reason, false);
    await fail(1);
    expect(await boards.breakerDelay(key)).toBeGreaterThan(0);
  });

  it.each([
    "provider.bad_input",
    "provider.content_refused",
    "provider.rate_limited",
    "provider.not_configured",
    "provider.no_credit",
    "provider.model_gone",
    "provider.failed",
  ] as const)("takes %s for an answer", async (reason) => {
    await fail(5);
    await wait();
    await boards.breakerDelay(key);
    await fail(1, reason);
    expect(await boards.breakerDelay(key)).toBe(0);
    await fail(9, reason);
    expect(await boards.breakerDelay(key)).toBe(0);
  });

  it("opens for lost connections too", async () => {
    await fail(5, "provider.outcome_unknown", true);
    expect(await boards.breakerDelay(key)).toBeGreaterThan(0);
  });

  it("opens for twice as long each time, up to five minutes", async () => {
    // Stands still, so that a pause is read as it was set.
    vi.useFakeTimers({ toFake: ["Date"] });
    const pauses: number[] = [];
    await fail(5);
    for (let time = 0; time < 7; time++) {
      const { openUntil } = (await health()) ?? {};
      pauses.push(Math.round(((openUntil?.getTime() ?? 0) - Date.now()) / 1000));
      await wait();
      expect(await boards.breakerDelay(key)).toBe(0);
      await fail(1);
    }
    expect(pauses).toEqual([15, 30, 60, 120, 240, 300, 300]);
  });

  it("is not opened for longer by what fails while it is open, as looks at running jobs do", async () => {
    await fail(5);
    await fail(50);
    expect(await boards.breakerDelay(key)).toBeLessThanOrEqual(15);
    expect((await health())?.failures).toBe(5);
  });

  it("has nobody wait for longer than a minute before asking again", async () => {
    await boards.db().providerHealth.create({ data: { keyId: key, failures: 20, openUntil: new Date(Date.now() + 300_000) } });
    expect(await boards.breakerDelay(key)).toBe(60);
  });

  it("counts failures of the same moment, each once", async () => {
    await Promise.all(Array.from({ length: 4 }, () => fail(1)));
    expect((await health())?.failures).toBe(4);
  });
});
