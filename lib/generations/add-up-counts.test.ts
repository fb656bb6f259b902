import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { openInstallation } from "@/lib/testing/installation";
import { seedGenerations } from "@/lib/testing/seed/generation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
let owner: Viewer;
const load = async () => ({
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/curation/bulk-jobs/delete-board")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/generations/add-up-counts")),
});
let boards: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  installation = await openInstallation();
  boards = await load();
  owner = await installation.viewer("owner");
});
afterAll(() => installation.close());

const newBoard = async () => (await boards.createBoard(owner, { title: "Counted" })).id;
const make = (boardId: string, count: number) => seedGenerations({ ...owner, boardId }, count);
const rowsOf = (boardId: string) => boards.db().boardGenerationCount.findMany({ where: { boardId } });
const countOf = async (boardId: string) => (await rowsOf(boardId)).reduce((sum, { change }) => sum + change, 0);
const among = (ids: string[]) => ({ where: { id: { in: ids } } });

describe("the count of a board", () => {
  it("follows what is made, trashed, restored, moved and deleted, and goes with the board", async () => {
    const [one, other] = [await newBoard(), await newBoard()];
    const [first, second, third] = await make(one, 3);
    const ids = [first ?? "", second ?? "", third ?? ""];
    expect(await countOf(one)).toBe(3);
    await boards.db().generation.updateMany({ ...among(ids.slice(0, 2)), data: { trashedAt: new Date() } });
    expect(await countOf(one)).toBe(1);
    // What lies in the trash is not counted where it goes either.
    await boards.db().generation.updateMany({ ...among(ids.slice(1)), data: { boardId: other } });
    expect([await countOf(one), await countOf(other)]).toEqual([0, 1]);
    await boards.db().generation.updateMany({ ...among(ids), data: { trashedAt: null } });
    expect([await countOf(one), await countOf(other)]).toEqual([1, 2]);
    await boards.db().generation.updateMany({ ...among(ids), data: { progressMessage: "still the same" } });
    await boards.db().generation.deleteMany(among(ids.slice(0, 2)));
    expect([await countOf(one), await countOf(other)]).toEqual([0, 1]);
    await boards.deleteBoard(owner, other);
    await boards.addUpCounts();
    expect(await rowsOf(other)).toEqual([]);
  });

  it("is added up to one row, losing nothing that happens meanwhile", async () => {
    const boardId = await newBoard();
    for (let each = 0; each < 5; each++) await make(boardId, 2);
    await Promise.all([boards.addUpCounts(3), make(boardId, 7), boards.addUpCounts(3), boards.addUpCounts(3)]);
    expect(await countOf(boardId)).toBe(17);
    await boards.addUpCounts(1);
    expect(await rowsOf(boardId)).toMatchObject([{ change: 17 }]);
  });

  it("is right, and is made right where it is not", async () => {
    const boardId = await newBoard();
    await make(boardId, 4);
    expect(await boards.correctCounts()).toBe(0);
    await boards.db().boardGenerationCount.create({ data: { boardId, change: 2 } });
    expect(await boards.correctCounts()).toBe(1);
    expect(await countOf(boardId)).toBe(4);
  });
});
