import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { openInstallation } from "@/lib/testing/installation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
let owner: Viewer;

const load = async () => ({
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/boards/delete-board")),
  ...(await import("@/lib/db/client")),
  ...(await import("@/lib/progress/append-event")),
  ...(await import("@/lib/progress/board-event-stream")),
});
let boards: Awaited<ReturnType<typeof load>>;

const payload = { status: "processing", phase: "processing", progress: 1, message: null, errorCode: null, errorMessage: null };
const generationId = "0192aaaa-0000-7000-8000-000000000001";

const append = (boardId: string) => boards.db().$transaction((tx) => boards.appendEvent(tx, { boardId, generationId, type: "progress", payload }));

/** Reads a stream message by message; `take(name, count)` answers the ids of the next so many, or fewer when it ended. */
function readerOf(stream: ReadableStream<Uint8Array>) {
  const reader = stream.getReader();
  const messages: string[] = [];
  let text = "";
  return {
    async take(name: string, count: number): Promise<string[]> {
      const ids: string[] = [];
      while (ids.length < count) {
        const message = messages.shift();
        if (message?.startsWith(`event: ${name}`)) ids.push(/^id: (\d+)/m.exec(message)?.[1] ?? "");
        if (message !== undefined) continue;
        const { done, value } = await reader.read();
        if (done) break;
        text += new TextDecoder().decode(value);
        messages.push(...text.split("\n\n"));
        text = messages.pop() ?? "";
      }
      return ids;
    },
    cancel: () => reader.cancel(),
  };
}

beforeAll(async () => {
  installation = await openInstallation();
  boards = await load();
  owner = await installation.viewer("owner");
});
afterAll(() => installation.close());

describe("boardEventStream", () => {
  it("sends a snapshot first, then every event once and in order, whoever writes at the same moment", async () => {
    const { id } = await boards.createBoard(owner, { title: "Live" });
    const live = readerOf(boards.boardEventStream(id, null, new AbortController().signal));
    expect(await live.take("snapshot", 1)).toEqual(["0"]);
    await Promise.all(Array.from({ length: 40 }, () => append(id)));
    expect(await live.take("generation", 40)).toEqual(Array.from({ length: 40 }, (_, index) => String(index + 1)));
    await live.cancel();
  });

  it("goes on after Last-Event-ID without gap or repeat", async () => {
    const { id } = await boards.createBoard(owner, { title: "Resumed" });
    for (let number = 0; number < 5; number++) await append(id);
    const resumed = readerOf(boards.boardEventStream(id, 3, new AbortController().signal));
    expect(await resumed.take("generation", 2)).toEqual(["4", "5"]);
    await append(id);
    await append(id);
    expect(await resumed.take("generation", 2)).toEqual(["6", "7"]);
    await resumed.cancel();
  });

  it("ends when the board is deleted", async () => {
    const { id } = await boards.createBoard(owner, { title: "Gone" });
    const stream = readerOf(boards.boardEventStream(id, null, new AbortController().signal));
    await stream.take("snapshot", 1);
    await boards.deleteBoard(owner, id);
    expect(await stream.take("generation", 1)).toEqual([]);
  });

  it("keeps one database connection, however many watch", async () => {
    const { id } = await boards.createBoard(owner, { title: "Crowded" });
    const streams = Array.from({ length: 30 }, () => readerOf(boards.boardEventStream(id, null, new AbortController().signal)));
    await Promise.all(streams.map((stream) => stream.take("snapshot", 1)));
    const [{ count } = { count: 0 }] = await boards.db().$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'boards-journal'`;
    expect(count).toBe(1);
    await Promise.all(streams.map((stream) => stream.cancel()));
  });
});
