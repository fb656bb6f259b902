import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import type { SqlKeyset } from "@/lib/platform/db/keyset";
import { openInstallation } from "@/lib/testing/installation";
import { seedGenerations } from "@/lib/testing/seed/generation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
let owner: Viewer;
let member: Viewer;
const load = async () => ({
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/boards/members/add-member")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/generations/recent-ids")),
  ...(await import("@/lib/identity/access/board-policy")),
});
let boards: Awaited<ReturnType<typeof load>>;

const [boardCount, onEach] = [12, 9];

beforeAll(async () => {
  installation = await openInstallation();
  boards = await load();
  owner = await installation.viewer("owner");
  member = await installation.viewer("member");
  for (let board = 0; board < boardCount; board++) {
    // The third part is somebody else's, half of it shared.
    const { id: boardId } = await boards.createBoard(board % 3 ? owner : member, { title: `Board ${board}` });
    if (board % 6 === 0) await boards.addMember(member, { boardId, userId: owner.userId, role: "viewer" });
    await seedGenerations({ ...owner, boardId }, onEach, (place) => {
      const number = board * onEach + place;
      const id = `0192aaaa-0000-7000-8000-${String((number * 37) % 1009).padStart(12, "0")}`;
      return {
        id,
        batchIndex: place % 3,
        batchSize: 3,
        artifactType: number % 4 ? "image" : "video",
        status: number % 5 ? "completed" : "failed",
        // Many at the same moment, as a batch is.
        createdAt: new Date(1_700_000_000_000 + ((number * 7) % 20) * 1000),
        trashedAt: number % 11 ? null : new Date(),
      };
    });
  }
});
afterAll(() => installation.close());

const plainly = async (where: object, orderBy: object[], more: object = {}) =>
  (
    await boards
      .db()
      .generation.findMany({ where: { trashedAt: null, board: boards.boardsOf(owner), ...where }, orderBy, select: { id: true }, ...more })
  ).map(({ id }) => id);
const newest = [{ createdAt: "desc" }, { batchIndex: "asc" }, { id: "desc" }];

describe("what is recent on all boards of a viewer", () => {
  it.each([{}, { status: "failed" }, { artifactType: "video" }, { status: "completed", artifactType: "image" }])(
    "is found board by board as it would be in one list: %o",
    async (search) => {
      const all = await plainly(search, newest);
      expect(all.length).toBeGreaterThan(5);
      for (const take of [1, 3, 10, 200]) expect(await boards.recentIds(owner, { ...search, take })).toEqual(all.slice(0, take));
      for (const skip of [1, 4, 30, 500]) expect(await boards.recentIds(owner, { ...search, take: 5, skip })).toEqual(all.slice(skip, skip + 5));
    },
  );

  it.each(["asc", "desc"] as const)("goes on from any row, %s, and leaves none out", async (direction) => {
    const all = await plainly({}, [{ createdAt: direction }, { id: direction }]);
    const found: string[] = [];
    let keyset: SqlKeyset = { bounds: [], direction };
    for (;;) {
      const ids = await boards.recentIds(owner, { take: 7, keyset });
      const last = ids.at(-1);
      if (!last) break;
      found.push(...ids);
      const { createdAt } = await boards.db().generation.findUniqueOrThrow({ where: { id: last } });
      keyset = { bounds: [{ operator: direction === "asc" ? "gt" : "lt", value: createdAt, id: last }], direction };
    }
    expect(found).toEqual(all);
  });
});
