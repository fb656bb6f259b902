import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { eventReaderOf } from "@/lib/testing/event-reader";
import { openInstallation } from "@/lib/testing/installation";
import { seedGeneration } from "@/lib/testing/seed/generation";

const rounds = 24;

let installation: Awaited<ReturnType<typeof openInstallation>>;
const load = async () => ({
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/platform/db/tenant-scope")),
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/generations/progress/append-event")),
  ...(await import("@/lib/platform/caller/request-context")),
  ...(await import("@/lib/generations/live/board-event-stream")),
  ...(await import("@/lib/generations/live/event-stream")),
});
let boards: Awaited<ReturnType<typeof load>>;
interface Side {
  viewer: { tenantId: string; userId: string };
  boardId: string;
  generationId: string;
}
let a: Side;
let b: Side;

async function makeSide(name: string, tenant?: string): Promise<Side> {
  const viewer = await installation.viewer(name, tenant);
  const board = await boards.createBoard(viewer as never, { title: name });
  const generation = await seedGeneration({ ...viewer, boardId: board.id });
  return { viewer, boardId: board.id, generationId: generation.id };
}

beforeAll(async () => {
  installation = await openInstallation();
  boards = await load();
  [a, b] = [await makeSide("a"), await makeSide("b", "other-tenant")];
});
afterAll(() => installation.close());

/** The ways in which Prisma may gather several calls of one tick; each reads one board's title, null when it is not there. */
const ways: Record<string, (boardId: string) => Promise<string | null>> = {
  findUnique: async (id) => (await boards.db().board.findUnique({ where: { id } }))?.title ?? null,
  findUniqueOrThrow: (id) =>
    boards
      .db()
      .board.findUniqueOrThrow({ where: { id } })
      .then(
        ({ title }) => title,
        () => null,
      ),
  include: async (id) => (await boards.db().board.findUnique({ where: { id }, include: { owner: true, members: true } }))?.title ?? null,
  "a list of queries as one transaction": async (id) => {
    const [board] = await boards.db().$transaction([boards.db().board.findUnique({ where: { id } }), boards.db().board.count()]);
    return board?.title ?? null;
  },
  "a transaction": (id) => boards.db().$transaction(async (tx) => (await tx.board.findUnique({ where: { id } }))?.title ?? null),
  "raw SQL": async (id) =>
    (await boards.db().$queryRaw<{ title: string }[]>`SELECT title FROM boards.boards WHERE id = ${id}::uuid`)[0]?.title ?? null,
};

const asA = <T>(work: () => Promise<T>) => boards.withinTenant(a.viewer.tenantId, work);
const asB = <T>(work: () => Promise<T>) => boards.withinTenant(b.viewer.tenantId, work);

describe("statements of several tenants in the same tick", () => {
  for (const [name, read] of Object.entries(ways))
    it(`${name}: everybody gets what is theirs and nothing else, whoever asked first`, async () => {
      for (let round = 0; round < rounds; round++) {
        const asked: [string | null, () => Promise<string | null>][] = [
          ["a", () => asA(() => read(a.boardId))],
          [null, () => asB(() => read(a.boardId))],
          ["b", () => asB(() => read(b.boardId))],
          [null, () => asA(() => read(b.boardId))],
          [null, () => boards.withinTenant(null, () => read(a.boardId))],
          ["a", () => boards.asInstallation(() => read(a.boardId))],
          ["b", () => asA(() => boards.asInstallation(() => read(b.boardId)))],
          ["b", () => read(b.boardId)],
        ];
        // Another one comes first each time.
        const turned = [...asked.slice(round % asked.length), ...asked.slice(0, round % asked.length)];
        expect(await Promise.all(turned.map(([, ask]) => ask()))).toEqual(turned.map(([right]) => right));
      }
    });

  it("holds when every way is used in one tick", async () => {
    const reads = Object.values(ways);
    for (let round = 0; round < 20; round++) {
      const titles = await Promise.all(
        reads.flatMap((read, n) =>
          n % 2 ? [asA(() => read(a.boardId)), asB(() => read(a.boardId))] : [asB(() => read(b.boardId)), asA(() => read(b.boardId))],
        ),
      );
      expect(titles).toEqual(reads.flatMap((_, n) => (n % 2 ? ["a", null] : ["b", null])));
    }
  });

  it("still merges what one request asks", async () => {
    const statements: string[] = [];
    boards.db().$on("query", ({ query }) => statements.push(query));
    const read = () => Promise.all([a.boardId, b.boardId].map((id) => boards.db().board.findUnique({ where: { id }, select: { title: true } })));
    await asA(read);
    expect(statements.filter((statement) => statement.includes('"boards"."boards"'))).toHaveLength(1);
  });
});

describe("streams of several tenants, woken together", () => {
  it("tell each of them of its own board", async () => {
    const open = ({ viewer, boardId }: Side) => {
      const context = { ...boards.nobody, requestId: "test", ipAddress: null, userAgent: null, viewer: viewer as Viewer };
      const { body } = boards.eventStreamResponse(new Request("http://boards.test/"), context, [boardId], (stream) =>
        boards.boardEventMessages(stream, new Map([[boardId, null]])),
      );
      return eventReaderOf(body);
    };
    const streams = [open(a), open(b)];
    await Promise.all(streams.map((stream) => stream.take("snapshot", 1)));
    const append = ({ boardId, generationId }: Side) =>
      boards.db().$transaction((tx) => boards.appendEvent(tx, { boardId, generationId, type: "progress", payload: {} as never }));
    await Promise.all([append(a), append(b)]);
    const told = await Promise.all(streams.map((stream) => stream.take("generation", 1)));
    expect(told.map(([event]) => event?.data.generationId)).toEqual([a.generationId, b.generationId]);
    await Promise.all(streams.map((stream) => stream.cancel()));
  });
});
