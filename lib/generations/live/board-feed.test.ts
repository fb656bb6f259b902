import { afterAll, beforeAll, expect, it } from "vitest";
import { openInstallation } from "@/lib/testing/installation";
import { seedGeneration } from "@/lib/testing/seed/generation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
const load = async () => ({
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/generations/progress/append-event")),
  ...(await import("@/lib/generations/live/board-feed")),
});
let boards: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  installation = await openInstallation();
  boards = await load();
});
afterAll(() => installation.close());

const listening = async () => {
  const rows = await boards.db().$queryRaw<{ pid: number }[]>`
    SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'boards-journal'`;
  return rows.map(({ pid }) => pid);
};

it("gives its database connection back while nobody watches, and listens again for whoever comes next", async () => {
  const viewer = await installation.viewer("owner");
  const { id: boardId } = await boards.createBoard(viewer, { title: "Live" });
  const { id: generationId } = await seedGeneration({ ...viewer, boardId });
  const append = () => boards.db().$transaction((tx) => boards.appendEvent(tx, { boardId, generationId, type: "progress", payload: {} as never }));
  const watch = async () => boards.boardFeeds().watch(boardId, () => undefined);

  const first = await watch();
  await expect.poll(listening).toHaveLength(1);
  const before = await listening();
  boards.boardFeeds().rest();
  expect(await listening()).toEqual(before);
  first.close();
  boards.boardFeeds().rest();
  await expect.poll(listening).toEqual([]);

  await append();
  const next = await watch();
  await append();
  await expect.poll(() => next.number).toBe(2);
  await append();
  await expect.poll(() => next.number).toBe(3);
  expect(await listening()).toHaveLength(1);
  next.close();
});
