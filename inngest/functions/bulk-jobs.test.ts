import { afterAll, beforeAll, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { seedGenerations } from "@/lib/testing/seed/generation";
import { until } from "@/lib/testing/until";
import { openWorkflowHarness } from "./testing/workflow-harness";

let harness: Awaited<ReturnType<typeof openWorkflowHarness>>;
let owner: Viewer;
const load = async () => ({
  ...(await import("@/lib/curation/bulk-jobs/create-bulk-job")),
  ...(await import("@/lib/curation/bulk-jobs/delete-board")),
  ...(await import("@/lib/platform/db/client")),
});
let boards: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  harness = await openWorkflowHarness();
  boards = await load();
  owner = await harness.installation.viewer("owner");
});
afterAll(() => harness.close());

const jobs = () => boards.db().bulkJob.findMany({ orderBy: { createdAt: "asc" } });

it("a large board that is deleted goes in the background, and its job completes", async () => {
  const { id } = await harness.board(owner);
  await seedGenerations({ ...owner, boardId: id }, 1100);
  await boards.deleteBoard(owner, id);
  await until(async () => (await jobs())[0]?.state === "completed");
  expect(await boards.db().board.count({ where: { id } })).toBe(0);
});

it("a job whose permission was withdrawn fails, and says so", async () => {
  const [from, to] = [await harness.board(owner), await harness.board(owner)];
  await seedGenerations({ ...owner, boardId: from.id }, 2);
  const other = await harness.installation.viewer("other");
  await boards.db().boardMember.create({ data: { boardId: to.id, userId: other.userId, role: "editor" } });
  await boards.db().boardMember.create({ data: { boardId: from.id, userId: other.userId, role: "editor" } });
  const job = await boards.createBulkJob(other, {
    kind: "move",
    arguments: { search: { boardId: from.id }, change: { kind: "move", boardId: to.id } },
    // Its permission is withdrawn before the first piece.
    atOnce: async (tx) => void (await tx.boardMember.deleteMany({ where: { boardId: to.id } })),
  });
  await until(async () => (await boards.db().bulkJob.findUnique({ where: { id: job.id } }))?.state === "failed");
  const { errorCode, endedAt } = await boards.db().bulkJob.findUniqueOrThrow({ where: { id: job.id } });
  expect({ errorCode, endedAt }).toEqual({ errorCode: "board.not_found", endedAt: expect.any(Date) });
  expect(await boards.db().generation.count({ where: { boardId: from.id } })).toBe(2);
});

it("a job waits for the person's earlier one, and begins once that has ended", async () => {
  const { tenantId, userId } = owner;
  const earlier = await boards.db().bulkJob.create({ data: { tenantId, userId, kind: "empty_trash", arguments: {} } });
  const later = await boards.createBulkJob(owner, { kind: "empty_trash", arguments: {} });
  const stateOf = async ({ id }: { id: string }) => (await boards.db().bulkJob.findUniqueOrThrow({ where: { id } })).state;
  // It has had its look.
  await until(async () => (await boards.db().bulkJob.findUniqueOrThrow({ where: { id: later.id } })).updatedAt > later.updatedAt);
  expect(await stateOf(later)).toBe("running");
  await boards.db().bulkJob.update({ where: { id: earlier.id }, data: { state: "cancelled", endedAt: new Date() } });
  await until(async () => (await stateOf(later)) === "completed");
});
