import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import type { LeftBehind } from "@/lib/testing/left-behind";
import { openSimulatedLedger } from "@/lib/testing/simulated-ledger";
import { until } from "@/lib/testing/until";

let ledger: Awaited<ReturnType<typeof openSimulatedLedger>>;
let owner: Viewer;

const load = async () => ({
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/generations/change-generations")),
  ...(await import("@/lib/generations/provider-jobs/prepare-inputs")),
  ...(await import("@/lib/generations/provider-jobs/cancel-job")),
  ...(await import("@/lib/generations/provider-jobs/submit-job")),
});
let boards: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  ledger = await openSimulatedLedger();
  boards = await load();
  owner = await ledger.installation.viewer("owner");
});
afterAll(() => ledger.close());

const left = (how: LeftBehind) => ledger.leave(owner, how);

const isLockAwaited = async () =>
  (await boards.db().$queryRaw<[]>`SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`).length > 0;

describe("a start and a cancel at the same moment", () => {
  it("never end in a job that is accepted for what has been given back", async () => {
    const { id } = await ledger.ask(owner);
    await boards.prepareInputs(id);
    const before = ledger.simulator.book.jobs.size;
    let open: () => void = () => undefined;
    let begin: () => void = () => undefined;
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    // The cancel is decided, and not yet committed, when the start has looked whether it is wanted.
    const cancel = boards.changeGenerations(boards.db(), { id }, "cancelled", { status: "cancelled", completedAt: new Date() }, async () => {
      begin();
      await opened;
    });
    await begun;
    const start = boards.submitJob(id).then(
      () => "started",
      (error: { reason?: string }) => error.reason,
    );
    // It ends, or waits for the lock that the cancel holds.
    await Promise.race([start, until(isLockAwaited)]);
    open();
    await cancel;
    expect(await start).toBe("generation.cancelled");
    expect(ledger.simulator.book.jobs.size).toBe(before);
    expect(await boards.db().providerJob.count({ where: { batchId: id } })).toBe(0);
  });
});

describe("canceling a job", () => {
  it("has nothing to do where none was started, or all has ended", async () => {
    expect(await boards.cancelJob(await left({}))).toEqual({ state: "over" });
    for (const state of ["succeeded", "failed", "cancelled", "refused", "needs_review"])
      expect(await boards.cancelJob(await left({ job: { state } }))).toEqual({ state: "over" });
  });

  it("waits for a start that is on its way", async () => {
    const id = await left({ job: { state: "intent" } });
    expect(await boards.cancelJob(id)).toEqual({ state: "starting" });
    expect(await ledger.jobStateOf(id)).toBe("intent");
  });

  it("looks for one whose start had no answer, since its run will not: what is not there is over", async () => {
    const id = await left({ job: { state: "unknown", provider: "replicate", webhookUrl: "https://boards.test/none" } });
    expect(await boards.cancelJob(id)).toEqual({ state: "over" });
    expect(await ledger.jobStateOf(id)).toBe("refused");
  });

  it("leaves to an admin what cannot be found", async () => {
    const id = await left({ job: { state: "unknown", provider: "openai" } });
    expect(await boards.cancelJob(id)).toEqual({ state: "over" });
    expect(await ledger.jobStateOf(id)).toBe("needs_review");
  });

  it("is repeated when the provider does not answer", async () => {
    const id = await left({ job: { state: "submitted", externalJobId: crypto.randomUUID() } });
    await ledger.simulator.stop();
    await expect(boards.cancelJob(id)).rejects.toMatchObject({ reason: "provider.unavailable" });
    expect(await ledger.jobStateOf(id)).toBe("submitted");
  });
});
