import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openInstallation } from "@/lib/testing/installation";
import { seedGeneration } from "@/lib/testing/seed/generation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
const load = async () => ({
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/platform/db/tenant-scope")),
  ...(await import("@/lib/boards/create-board")),
});
let boards: Awaited<ReturnType<typeof load>>;
let ours: { tenantId: string; userId: string };
let theirs: { tenantId: string; userId: string };

beforeAll(async () => {
  installation = await openInstallation();
  boards = await load();
  [ours, theirs] = [await installation.viewer("us"), await installation.viewer("them", "other-tenant")];
});
afterAll(() => installation.close());

/** A query that forgets whose rows it wants. */
const everything = async () => ({
  boards: (await boards.db().board.findMany()).map((board) => board.title).sort(),
  generations: await boards.db().generation.count(),
  users: (await boards.db().user.findMany()).map((user) => user.displayName).sort(),
  tags: (await boards.db().tag.findMany()).map((tag) => tag.name),
  events: await boards.db().generationEvent.count(),
  raw: (await boards.db().$queryRaw<{ title: string }[]>`SELECT title FROM boards.boards ORDER BY title`).map((row) => row.title),
});

describe("the tenant scope (row-level security), in Postgres", () => {
  it("hides other tenants from a query that forgets to say whose rows it wants", async () => {
    for (const viewer of [ours, theirs]) {
      const name = viewer === ours ? "ours" : "theirs";
      for (const isPublic of [false, true]) {
        const board = await boards.createBoard(viewer as never, { title: `${name} ${isPublic ? "public" : "private"}`, isPublic });
        const { id } = await seedGeneration({ ...viewer, boardId: board.id });
        await boards.db().generationEvent.create({ data: { boardId: board.id, number: 1, generationId: id, type: "created", payload: {} } });
      }
      await boards.db().tag.create({ data: { tenantId: viewer.tenantId, name: `${name} tag`, slug: name } });
    }

    const seen = await boards.withinTenant(ours.tenantId, everything);
    expect(seen.boards).toEqual(["ours private", "ours public", "theirs public"]);
    expect(seen.raw).toEqual(seen.boards);
    expect(seen).toMatchObject({ generations: 3, events: 3, tags: ["ours tag"], users: ["them", "us"] });
  });

  it("shows public boards alone to somebody of no tenant", async () => {
    const seen = await boards.withinTenant(null, everything);
    expect(seen.boards).toEqual(["ours public", "theirs public"]);
    expect(seen).toMatchObject({ generations: 2, events: 2, tags: [] });
  });

  it("lets nobody write across it, not even onto a public board", async () => {
    const before = await everything();
    await boards.withinTenant(ours.tenantId, async () => {
      const { count } = await boards.db().board.updateMany({ where: { tenantId: theirs.tenantId }, data: { title: "taken" } });
      expect(count).toBe(0);
      expect((await boards.db().generation.deleteMany({ where: { tenantId: theirs.tenantId } })).count).toBe(0);
      await expect(boards.db().board.create({ data: { tenantId: theirs.tenantId, ownerId: theirs.userId, title: "planted" } })).rejects.toThrow(
        /row-level security/,
      );
    });
    expect(await everything()).toEqual(before);
  });

  it("holds within a transaction, and for many at once on few connections", async () => {
    const titles = await Promise.all(
      Array.from({ length: 60 }, (_, each) => {
        const viewer = each % 2 ? ours : theirs;
        return boards.withinTenant(viewer.tenantId, () =>
          boards.db().$transaction(async (tx) => {
            const rows = await tx.board.findMany({ where: { isPublic: false } });
            return rows.map((row) => row.title).join() === (each % 2 ? "ours private" : "theirs private");
          }),
        );
      }),
    );
    expect(titles.every(Boolean)).toBe(true);
  });

  it("keeps the log of who did what from being changed", async () => {
    await boards.withinTenant(ours.tenantId, async () => {
      const entry = { tenantId: ours.tenantId, via: "local", action: "createBoard" };
      const { id } = await boards.db().auditEntry.create({ data: entry });
      await expect(boards.db().auditEntry.update({ where: { id }, data: { action: "nothing" } })).rejects.toThrow(/permission denied/);
      await expect(boards.db().auditEntry.delete({ where: { id } })).rejects.toThrow(/permission denied/);
    });
  });

  it("does not bind the installation itself", async () => {
    expect((await boards.withinTenant(ours.tenantId, () => boards.asInstallation(everything))).boards).toHaveLength(4);
  });
});
