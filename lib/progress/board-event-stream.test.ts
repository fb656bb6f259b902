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

/** Reads a stream until `count` events of this name came, or it ended. */
async function readEvents(stream: ReadableStream<Uint8Array>, name: string, count: number): Promise<string[]> {
  const ids: string[] = [];
  let text = "";
  for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) {
    text += new TextDecoder().decode(chunk);
    const messages = text.split("\n\n");
    text = messages.pop() ?? "";
    for (const message of messages) if (message.startsWith(`event: ${name}`)) ids.push(/^id: (\d+)/m.exec(message)?.[1] ?? "");
    if (ids.length >= count) break;
  }
  return ids;
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
    const abort = new AbortController();
    const [live, snapshot] = boards.boardEventStream(id, null, abort.signal).tee();
    expect(await readEvents(snapshot, "snapshot", 1)).toEqual(["0"]);
    await Promise.all(Array.from({ length: 40 }, () => append(id)));
    expect(await readEvents(live, "generation", 40)).toEqual(Array.from({ length: 40 }, (_, index) => String(index + 1)));
    abort.abort();
  });

  it("goes on after Last-Event-ID without gap or repeat", async () => {
    const { id } = await boards.createBoard(owner, { title: "Resumed" });
    for (let number = 0; number < 5; number++) await append(id);
    const abort = new AbortController();
    const reading = readEvents(boards.boardEventStream(id, 3, abort.signal), "generation", 4);
    await append(id);
    await append(id);
    expect(await reading).toEqual(["4", "5", "6", "7"]);
    abort.abort();
  });

  it("ends when the board is deleted", async () => {
    const { id } = await boards.createBoard(owner, { title: "Gone" });
    const stream = boards.boardEventStream(id, null, new AbortController().signal);
    const [first, rest] = stream.tee();
    await readEvents(first, "snapshot", 1);
    await boards.deleteBoard(owner, id);
    expect(await readEvents(rest, "never", 1)).toEqual([]);
  });

  it("keeps one database connection, however many watch", async () => {
    const { id } = await boards.createBoard(owner, { title: "Crowded" });
    const abort = new AbortController();
    const streams = Array.from({ length: 30 }, () => boards.boardEventStream(id, null, abort.signal));
    await Promise.all(streams.map((stream) => readEvents(stream, "snapshot", 1)));
    const [{ count } = { count: 0 }] = await boards.db().$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'boards-journal'`;
    expect(count).toBe(1);
    abort.abort();
  });
});
