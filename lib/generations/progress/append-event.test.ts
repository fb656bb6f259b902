import { afterAll, beforeAll, expect, it } from "vitest";
import { openInstallation } from "@/lib/testing/installation";
import { seedGeneration } from "@/lib/testing/seed/generation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
const load = async () => ({
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/generations/progress/append-event")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/platform/db/tenant-scope")),
});
let boards: Awaited<ReturnType<typeof load>>;
beforeAll(async () => {
  installation = await openInstallation();
  boards = await load();
});
afterAll(() => installation.close());

const hourMs = 3_600_000;

async function seedBoard(ageMs: number) {
  const viewer = await installation.viewer("owner");
  const { id: boardId } = await boards.createBoard(viewer, { title: "Activity" });
  // What sets the time of each change is off for this one.
  await boards
    .db()
    .$transaction([
      boards.db().$executeRaw`SET LOCAL session_replication_role = replica`,
      boards.db().$executeRaw`UPDATE boards.boards SET updated_at = now() - ${`${ageMs} ms`}::interval WHERE id = ${boardId}::uuid`,
    ]);
  const { id: generationId } = await seedGeneration({ ...viewer, boardId });
  const payload = { status: "processing", phase: "processing", progress: 10, message: null, errorCode: null, errorMessage: null };
  const told = { boardId, generationId, type: "progress" as const, payload };
  return {
    updatedAt: async () => (await boards.db().board.findUniqueOrThrow({ where: { id: boardId } })).updatedAt.getTime(),
    tell: () => boards.withinTenant(viewer.tenantId, () => boards.db().$transaction((tx) => boards.appendEvent(tx, told))),
    rename: (tx: Parameters<typeof boards.appendEvent>[0]) => tx.board.update({ where: { id: boardId }, data: { title: "Renamed" } }),
  };
}

it("says that a board has changed when something happens on it, and no more often than once a minute", async () => {
  const board = await seedBoard(hourMs);
  const before = await board.updatedAt();
  await board.tell();
  const after = await board.updatedAt();
  expect(after).toBeGreaterThanOrEqual(before + hourMs);
  await board.tell();
  expect(await board.updatedAt()).toBe(after);
});

it("waits for nobody who is changing the board", async () => {
  const board = await seedBoard(hourMs);
  await boards.db().$transaction(async (tx) => {
    await board.rename(tx);
    // In another transaction: it would wait for this one, which waits for it.
    await board.tell();
  });
});
