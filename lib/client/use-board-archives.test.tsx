// @vitest-environment happy-dom
import { afterAll, beforeAll, expect, it } from "vitest";
import { useBoardExport, useBulkJobs, useExports } from "./index.ts";
import { openClient } from "./testing/open-client.tsx";

let client: Awaited<ReturnType<typeof openClient>>;
beforeAll(async () => {
  client = await openClient();
});
afterAll(() => client.close());

const load = async () => ({
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/boards/members/add-member")),
  ...(await import("@/lib/boards/members/remove-member")),
  ...(await import("@/lib/curation/bulk-jobs/delete-board")),
  ...(await import("@/lib/curation/bulk-jobs/do-pieces")),
  ...(await import("@/lib/curation/bulk-jobs/export-generations")),
  ...(await import("@/lib/platform/db/client")),
});

it("a board's export is listed from its start with what else is done in the background, and seen by who comes back to another tab", async () => {
  const boards = await load();
  const { id } = await boards.createBoard(client.owner, { title: "Hills" });
  const page = client.show(() => ({ list: useBulkJobs(), board: useBoardExport(id) }));
  const otherTab = client.show(() => useBulkJobs());
  await page.until(({ list, board }) => expect([list.jobs, board.job]).toEqual([[], null]));
  await otherTab.until(({ jobs }) => expect(jobs).toEqual([]));

  await page.now.board.start({ embedPrompts: true });
  await page.until(({ list }) => expect(list.jobs).toMatchObject([{ kind: "EXPORT", state: "RUNNING" }]));
  expect(await boards.db().bulkJob.findFirst()).toMatchObject({ arguments: { embedPrompts: true } });
  // It is followed there, too.
  await boards.db().bulkJob.updateMany({ data: { total: 5, done: 2 } });
  await page.until(({ list }) => expect(list.jobs).toMatchObject([{ done: 2, total: 5 }]));

  expect(otherTab.now.jobs).toEqual([]);
  document.dispatchEvent(new Event("visibilitychange"));
  await otherTab.until(({ jobs }) => expect(jobs).toMatchObject([{ kind: "EXPORT" }]));
});

it("what somebody exported stays theirs when they leave the board, and when the board is deleted, until they delete it", async () => {
  const boards = await load();
  const member = await client.ledger.installation.viewer("member");
  const { id: boardId } = await boards.createBoard(client.owner, { title: "Left" });
  await boards.addMember(client.owner, { boardId, userId: member.userId, role: "editor" });
  const { id } = await boards.exportGenerations(member, { boardId });
  await boards.doPieces(id);
  const page = client.show(useExports, { viewer: member });
  const isKept = () => page.until(({ exports }) => expect(exports).toMatchObject([{ id, title: "Left", downloadUrl: expect.any(String) }]));
  await isKept();
  await boards.removeMember(member, boardId, member.userId);
  await page.now.reload();
  await isKept();
  await boards.deleteBoard(client.owner, boardId);
  await page.now.reload();
  await isKept();
  await page.now.remove(id);
  await page.until(({ exports }) => expect(exports).toEqual([]));
});
