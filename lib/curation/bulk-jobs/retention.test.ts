import { afterAll, beforeAll, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { openInstallation } from "@/lib/testing/installation";

const dayMs = 86_400_000;
let installation: Awaited<ReturnType<typeof openInstallation>>;
let owner: Viewer;
const load = async () => ({
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/curation/bulk-jobs/tend-bulk-jobs")),
  ...(await import("@/lib/generations/progress/prune-journal")),
  ...(await import("@/lib/generations/send-unsent-events")),
  ...(await import("@/lib/platform/audit/prune-audit-log")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/platform/env")),
});
let boards: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  installation = await openInstallation();
  boards = await load();
  owner = await installation.viewer("owner");
});
afterAll(() => installation.close());

const ago = (days: number) => new Date(Date.now() - days * dayMs);

function set(name: string, value: string) {
  process.env[name] = value;
  boards.forgetEnv();
}

it("old journal events go in pieces, from the oldest, but never those that a client may be told again", async () => {
  const journal = async (count: number, oldUntil: number) => {
    const { id: boardId } = await boards.createBoard(owner, { title: "Journal" });
    const data = Array.from({ length: count }, (_, place) => ({
      ...{ boardId, generationId: boardId, type: "progress", payload: {} },
      number: place + 1,
      createdAt: ago(place < oldUntil ? 31 : 29),
    }));
    await boards.db().generationEvent.createMany({ data });
    await boards.db().boardEventCounter.create({ data: { boardId, lastNumber: count } });
    return boardId;
  };
  const numbers = async (boardId: string) => {
    const { _min, _count } = await boards.db().generationEvent.aggregate({ where: { boardId }, _min: { number: true }, _count: true });
    return [Number(_min.number), _count];
  };
  const [long, recent, short] = [await journal(2500, 2500), await journal(1500, 200), await journal(900, 900)];
  set("BOARDS_JOURNAL_DAYS", "0");
  expect(await boards.pruneJournal()).toBe(0);
  set("BOARDS_JOURNAL_DAYS", "");
  expect(await boards.pruneJournal(new Date(), 400)).toBe(1700);
  expect([await numbers(long), await numbers(recent), await numbers(short)]).toEqual([
    [1501, 1000],
    [201, 1300],
    [1, 900],
  ]);
  expect(await boards.pruneJournal()).toBe(0);
});

it("old audit entries go, of each tenant, or stay forever", async () => {
  const other = await installation.viewer("other", "elsewhere");
  const entries = ({ tenantId, userId }: Viewer, days: number) =>
    boards
      .db()
      .auditEntry.createMany({ data: Array.from({ length: 7 }, () => ({ tenantId, userId, via: "session", action: "x", createdAt: ago(days) })) });
  for (const viewer of [owner, other]) for (const days of [364, 366]) await entries(viewer, days);
  const count = () => boards.db().auditEntry.count({ where: { action: "x" } });
  set("BOARDS_AUDIT_DAYS", "0");
  expect([await boards.pruneAuditLog(), await count()]).toEqual([0, 28]);
  set("BOARDS_AUDIT_DAYS", "");
  expect([await boards.pruneAuditLog(new Date(), 5), await count()]).toEqual([14, 14]);
});

it("sent events go after a day, and what waits to be sent stays", async () => {
  const before = await boards.db().outboxEvent.count();
  const event = (sentAt: Date | null) => ({ name: "x", data: {}, createdAt: ago(9), sentAt });
  await boards.db().outboxEvent.createMany({ data: [event(ago(2)), event(ago(2)), event(ago(0.5)), event(null)] });
  expect(await boards.pruneOutbox(new Date(), 1)).toBe(2);
  expect(await boards.db().outboxEvent.count()).toBe(before + 2);
});

it("bulk jobs that ended go after 30 days, and those that run stay", async () => {
  const { tenantId, userId } = owner;
  const job = (state: string, days: number) => ({ ...{ tenantId, userId, kind: "empty_trash", arguments: {} }, state, updatedAt: ago(days) });
  const data = [job("completed", 31), job("failed", 31), job("cancelled", 29), job("running", 31)];
  await boards.db().bulkJob.createMany({ data });
  expect(await boards.pruneBulkJobs(new Date(), 1)).toBe(2);
  expect((await boards.db().bulkJob.findMany()).map(({ state }) => state).sort()).toEqual(["cancelled", "running"]);
});
