import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BoardCursors } from "@/lib/generations/live/board-event-stream";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { eventReaderOf } from "@/lib/testing/event-reader";
import { openInstallation } from "@/lib/testing/installation";
import { seedGeneration } from "@/lib/testing/seed/generation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
let owner: Viewer;

const load = async () => ({
  ...(await import("@/lib/platform/caller/request-context")),
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/boards/update-board")),
  ...(await import("@/lib/boards/members/add-member")),
  ...(await import("@/lib/boards/members/change-member-role")),
  ...(await import("@/lib/boards/members/remove-member")),
  ...(await import("@/lib/boards/members/transfer-board")),
  ...(await import("@/lib/curation/bulk-jobs/delete-board")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/platform/db/tenant-scope")),
  ...(await import("@/lib/generations/progress/append-event")),
  ...(await import("@/lib/generations/live/board-event-stream")),
  ...(await import("@/lib/generations/live/event-stream")),
  ...(await import("@/lib/generations/live/open-streams")),
  ...(await import("@/lib/curation/trash/trash")),
});
let boards: Awaited<ReturnType<typeof load>>;

const payload = { status: "processing", phase: "processing", progress: 1, message: null, errorCode: null, errorMessage: null };

async function newBoard(viewer = owner) {
  const { id: boardId } = await boards.createBoard(viewer, { title: "Live" });
  return { boardId, generationId: await newGeneration(boardId, viewer) };
}
const newGeneration = async (boardId: string, viewer = owner) => (await seedGeneration({ ...viewer, boardId })).id;
const append = ({ boardId, generationId }: { boardId: string; generationId: string }, message: string | null = null) =>
  boards.db().$transaction((tx) => boards.appendEvent(tx, { boardId, generationId, type: "progress", payload: { ...payload, message } }));

/** A stream as the viewer's client opens it. */
function open(cursors: BoardCursors | string, { viewer = owner, signal = new AbortController().signal, isOnce = false } = {}) {
  const wanted = typeof cursors === "string" ? new Map([[cursors, null]]) : cursors;
  const context = { ...boards.nobody, requestId: "test", ipAddress: null, userAgent: null, viewer };
  return boards.eventStreamResponse(new Request("http://boards.test/", { signal }), context, [...wanted.keys()], (stream) =>
    boards.boardEventMessages(stream, wanted, { isOnce }),
  );
}
const follow = (...given: Parameters<typeof open>) => eventReaderOf(open(...given).body);
const numbersOf = (messages: { data: Record<string, unknown> }[]) => messages.map(({ data }) => data.number);

beforeAll(async () => {
  installation = await openInstallation();
  boards = await load();
  owner = await installation.viewer("owner");
});
afterAll(() => installation.close());

describe("a stream of board events", () => {
  it("says whose it is, then a snapshot, then every event once and in order, whoever writes at the same moment", async () => {
    const board = await newBoard();
    const live = follow(board.boardId);
    expect(await live.next()).toMatchObject({ event: "viewer", data: { userId: owner.userId, tenantId: owner.tenantId } });
    expect(await live.next()).toMatchObject({
      event: "snapshot",
      id: "0",
      data: { boardId: board.boardId, generations: [{ id: board.generationId }] },
    });
    await Promise.all(Array.from({ length: 40 }, () => append(board)));
    const events = await live.take("generation", 40);
    expect(events.map(({ id }) => id)).toEqual(Array.from({ length: 40 }, (_, index) => String(index + 1)));
    await live.cancel();
  });

  it("goes on after a cursor without gap or repeat, and gives a snapshot to who was away for too long", async () => {
    const board = await newBoard();
    for (let number = 0; number < 5; number++) await append(board);
    const resumed = follow(new Map([[board.boardId, 3]]));
    expect(numbersOf(await resumed.take("generation", 2))).toEqual([4, 5]);
    await append(board);
    await append(board);
    expect(numbersOf(await resumed.take("generation", 2))).toEqual([6, 7]);
    await resumed.cancel();
    await boards.db().$executeRaw`UPDATE boards.board_event_counters SET last_number = 2000 WHERE board_id = ${board.boardId}::uuid`;
    await append(board);
    expect(await follow(new Map([[board.boardId, 7]]), { isOnce: true }).rest()).toMatchObject([
      { event: "viewer" },
      { event: "snapshot", data: { number: 2001 } },
    ]);
  });

  it("follows several boards, each with its cursor, so that changing the set loses nothing", async () => {
    const [one, other, third] = [await newBoard(), await newBoard(), await newBoard()];
    for (const board of [one, one, other]) await append(board);
    const both = follow(
      new Map([
        [one.boardId, 1],
        [other.boardId, null],
      ]),
    );
    expect(await both.take("generation", 1)).toMatchObject([{ id: null, data: { boardId: one.boardId, number: 2 } }]);
    expect(await both.take("snapshot", 1)).toMatchObject([{ data: { boardId: other.boardId, number: 1 } }]);
    await both.cancel();
    for (const board of [one, other, third]) await append(board);
    const all = follow(new Map([one, other, third].map(({ boardId }, place) => [boardId, [2, 1, 0][place] ?? null])), { isOnce: true });
    expect((await all.rest()).map(({ event, data }) => [event, data.boardId, data.number])).toEqual([
      ["viewer", undefined, undefined],
      ["generation", one.boardId, 3],
      ["generation", other.boardId, 2],
      ["generation", third.boardId, 1],
    ]);
  });

  it("says that a board was changed, or who may do what on it, to those who watch it", async () => {
    const [one, other] = [await newBoard(), await newBoard()];
    const member = await installation.viewer("member");
    await boards.addMember(owner, { boardId: one.boardId, userId: member.userId, role: "editor" });
    const [stream, elsewhere] = [follow(one.boardId, { viewer: member }), follow(other.boardId)];
    await Promise.all([stream.take("snapshot", 1), elsewhere.take("snapshot", 1)]);
    const isTold = async () => expect(await stream.next()).toEqual({ event: "board", id: null, data: { boardId: one.boardId } });
    await boards.updateBoard(owner, one.boardId, { title: "Renamed" });
    await isTold();
    await boards.changeMemberRole(owner, one.boardId, member.userId, "viewer");
    await isTold();
    await boards.changeMemberRole(owner, one.boardId, member.userId, "admin");
    await isTold();
    await boards.transferBoard(owner, one.boardId, member.userId);
    await isTold();
    await boards.removeMember(member, one.boardId, owner.userId);
    await isTold();
    await append(other);
    expect(await elsewhere.next()).toMatchObject({ event: "generation", data: { boardId: other.boardId } });
    await Promise.all([stream.cancel(), elsewhere.cancel()]);
  });

  it("tells once more of a change that comes while the client takes the last one", async () => {
    const { boardId } = await newBoard();
    const context = { ...boards.nobody, requestId: "test", ipAddress: null, userAgent: null, viewer: owner };
    const stream = new boards.EventStream(context, new Set([boardId]), () => undefined);
    const watcher = follow(boardId);
    await watcher.take("snapshot", 1);
    await boards.withinTenant(owner.tenantId, async () => {
      const slow = boards.boardEventMessages(stream, new Map([[boardId, null]]));
      const isToldNext = async () => {
        let told = await slow.next();
        while (!told.done && !told.value.startsWith("event: board")) told = await slow.next();
        return !told.done;
      };
      for (let read = 0; read < 2; read++) await slow.next();
      await boards.updateBoard(owner, boardId, { title: "One" });
      await watcher.take("board", 1);
      expect(await isToldNext()).toBe(true);
      await boards.updateBoard(owner, boardId, { title: "Two" });
      await watcher.take("board", 1);
      expect(await isToldNext()).toBe(true);
      await slow.return(undefined);
    });
    await watcher.cancel();
  });

  it("says that a board is gone when it is deleted or put into the trash, and ends with the last", async () => {
    const [one, other] = [await newBoard(), await newBoard()];
    const stream = follow(new Map([one, other].map(({ boardId }) => [boardId, null])));
    await stream.take("snapshot", 2);
    await boards.deleteBoard(owner, one.boardId);
    expect(await stream.next()).toEqual({ event: "gone", id: null, data: { boardId: one.boardId } });
    await boards.trashBoard(owner, other.boardId);
    expect(await stream.rest()).toEqual([{ event: "gone", id: null, data: { boardId: other.boardId } }]);
  });

  it("shows nothing of what lies in the trash, in no snapshot and no replay, to whoever comes later or lags behind", async () => {
    const board = await newBoard();
    const [kept, trashed] = [board.generationId, await newGeneration(board.boardId)];
    const behind = follow(board.boardId);
    await behind.take("snapshot", 1);
    await append({ boardId: board.boardId, generationId: trashed }, "a secret");
    await append(board);
    await boards.trashGenerations(owner, [trashed]);
    await append(board);
    const expected = [
      [2, kept, "progress"],
      [3, trashed, "deleted"],
      [4, kept, "progress"],
    ];
    const told = (messages: { data: Record<string, unknown> }[]) => messages.map(({ data }) => [data.number, data.generationId, data.type]);
    const [snapshot] = await follow(board.boardId).take("snapshot", 1);
    expect(snapshot?.data.generations).toMatchObject([{ id: kept }]);
    const replay = await follow(new Map([[board.boardId, 0]]), { isOnce: true }).rest();
    expect(told(replay.slice(1))).toEqual(expected);
    expect(JSON.stringify(replay)).not.toContain("secret");
    const live = await behind.take("generation", expected.length);
    expect(told(live)).toEqual(expected);
    await behind.cancel();
  });

  it("keeps one database connection, however many watch, and lets go of it all when they leave", async () => {
    const board = await newBoard();
    const leaving = new AbortController();
    const streams = Array.from({ length: 30 }, (_, each) => follow(board.boardId, each ? {} : { signal: leaving.signal }));
    await Promise.all(streams.map((stream) => stream.take("snapshot", 1)));
    const [{ count } = { count: 0 }] = await boards.db().$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'boards-journal'`;
    expect(count).toBe(1);
    leaving.abort();
    expect(await streams[0]?.rest()).toEqual([]);
    await Promise.all(streams.map((stream) => stream.cancel()));
  });

  it("tells each tenant what is its own, whoever came first and whatever wakes them together", async () => {
    const stranger = await installation.viewer("stranger", "another");
    const [mine, theirs] = [await newBoard(), await newBoard(stranger)];
    const streams = [follow(mine.boardId), follow(theirs.boardId, { viewer: stranger })];
    await Promise.all(streams.map((stream) => stream.take("snapshot", 1)));
    for (let round = 1; round <= 20; round++) {
      await Promise.all([append(mine), append(theirs)]);
      const told = await Promise.all(streams.map((stream) => stream.take("generation", 1)));
      expect(told.map(([event]) => [event?.data.boardId, event?.data.number])).toEqual([
        [mine.boardId, round],
        [theirs.boardId, round],
      ]);
    }
    await Promise.all(streams.map((stream) => stream.cancel()));
  });
});

describe("a host that ends what takes too long", () => {
  it("is forestalled: the stream ends between two messages, and goes on by its cursor without a gap", async () => {
    const board = await newBoard();
    const stream = follow(new Map([[board.boardId, 0]]));
    await append(board);
    expect(numbersOf(await stream.take("generation", 1))).toEqual([1]);
    await boards.openStreams().review(Date.now(), 60_000);
    await append(board);
    expect(numbersOf(await stream.take("generation", 1))).toEqual([2]);
    await boards.openStreams().review(Date.now() + 1, 0);
    expect(await stream.rest()).toEqual([]);
    await append(board);
    const resumed = await follow(new Map([[board.boardId, 2]]), { isOnce: true }).rest();
    expect(numbersOf(resumed.slice(1))).toEqual([3]);
  });
});

describe("a client that does not read", () => {
  it("is asked before anything is made ready for it, so that nothing piles up; it is dropped, and goes on by its cursor", async () => {
    const board = await newBoard();
    const cursors = new Map([[board.boardId, 0]]);
    let made = 0;
    const context = { ...boards.nobody, requestId: "test", ipAddress: null, userAgent: null, viewer: owner };
    const { body } = boards.eventStreamResponse(new Request("http://boards.test/"), context, [board.boardId], async function* counted(stream) {
      for await (const message of boards.boardEventMessages(stream, cursors)) {
        made += 1;
        yield message;
      }
    });
    const stalled = eventReaderOf(body);
    await stalled.next();
    for (let number = 0; number < 300; number++) await append(board, "x".repeat(400));
    const reading = follow(board.boardId);
    await reading.take("snapshot", 1);
    const news = reading.take("generation", 1);
    await boards.openStreams().review();
    expect(made).toBe(1);

    await boards.openStreams().review(Date.now() + 31_000);
    expect(await stalled.rest()).toEqual([]);
    const resumed = await follow(cursors, { isOnce: true }).rest();
    expect(numbersOf(resumed.slice(1))).toEqual(Array.from({ length: 300 }, (_, index) => index + 1));
    // Who waits for news, and has read what there was, stays.
    await append(board);
    expect(numbersOf(await news)).toEqual([301]);
    await reading.cancel();
  });
});
